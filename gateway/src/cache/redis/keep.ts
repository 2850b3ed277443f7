/** Most answers that one call removes, so that it never takes Redis for long. */
const MOST_REMOVED = 100;

/**
 * Keeps an answer, and all of them within so many bytes: what ends the soonest goes first. Redis bounds no part of its
 * memory by itself, and budgets live there too. Answers 1, or 0 where there was no room to be made in one go.
 *
 * KEYS: answers by the time (milliseconds) at which they end; their sizes, with the sum under `total`.
 * ARGV: prefix of answers, name of this one, answer, time to live in milliseconds, size, most bytes.
 */
export const KEEP = `
local prefix, name, answer = ARGV[1], ARGV[2], ARGV[3]
local ttl, size, most = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function forget(each)
  local bytes = redis.call('HGET', KEYS[2], each)
  redis.call('ZREM', KEYS[1], each)
  redis.call('HDEL', KEYS[2], each)
  if bytes then
    redis.call('HINCRBY', KEYS[2], 'total', -bytes)
  end
end
local function total()
  return tonumber(redis.call('HGET', KEYS[2], 'total') or '0')
end

local ended = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ${MOST_REMOVED})
for _, each in ipairs(ended) do
  forget(each)
end
forget(name)
local removed = #ended
while total() + size > most do
  local next = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
  if not next or removed >= ${MOST_REMOVED} then
    redis.call('DEL', prefix .. name)
    return 0
  end
  redis.call('DEL', prefix .. next)
  forget(next)
  removed = removed + 1
end
redis.call('SET', prefix .. name, answer, 'PX', ttl)
redis.call('ZADD', KEYS[1], now + ttl, name)
redis.call('HSET', KEYS[2], name, size)
redis.call('HINCRBY', KEYS[2], 'total', size)
return 1
`;
