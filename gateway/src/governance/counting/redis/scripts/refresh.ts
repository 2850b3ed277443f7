/**
 * Replaces the ledger's sum of a counter by one asked later, which has what was settled before some slot of time, and
 * perhaps some of what was settled since: of that, as much is kept as the sum falls short.
 * KEYS: counter.
 * ARGV: cut, that slot, then bucket and amount of each sum.
 * Answers in how many slots something was settled since; -1 when the counter has another cut, or is gone.
 */
export const REFRESH = `
if redis.call('HGET', KEYS[1], 'cut') ~= ARGV[1] then return -1 end
local known, since, latest = {}, {}, {}
local slots, useless = 0, {}
local fields = redis.call('HGETALL', KEYS[1])
for i = 1, #fields, 2 do
  local kind, bucket, slot = string.match(fields[i], '^([bl])(%-?%d+):?(%d*)')
  if kind then
    local amount = tonumber(fields[i + 1])
    useless[#useless + 1] = fields[i]
    known[bucket] = (known[bucket] or 0) + amount
    if kind == 'l' and tonumber(slot) >= tonumber(ARGV[2]) then
      slots = slots + 1
      since[bucket] = (since[bucket] or 0) + amount
      latest[bucket] = math.max(latest[bucket] or 0, tonumber(slot))
    end
  end
end
if #useless > 0 then redis.call('HDEL', KEYS[1], unpack(useless)) end

for i = 3, #ARGV, 2 do
  redis.call('HINCRBY', KEYS[1], 'b' .. ARGV[i], ARGV[i + 1])
  if known[ARGV[i]] then known[ARGV[i]] = known[ARGV[i]] - tonumber(ARGV[i + 1]) end
end
for bucket, amount in pairs(since) do
  local more = math.min(amount, known[bucket])
  if more > 0 then redis.call('HSET', KEYS[1], 'l' .. bucket .. ':' .. latest[bucket], more) end
end
return slots
`;
