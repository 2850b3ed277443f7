/**
 * Gives a counter the ledger's sum, unless it has one of this epoch.
 * KEYS: counter, epoch.
 * ARGV: epoch that the ledger was asked in, cut, slot of the time now, time to live in ms, then bucket and amount of
 * each sum.
 * Answers 1 when it did, 0 when it has one already or the epoch is another one by now.
 *
 * The ledger is written a little after a request is settled, so what the counter knows and the ledger does not is kept
 * until the sum is refreshed. A counter without a sum knows only what has just been used; one with a sum of an earlier
 * epoch counted much of the same as the ledger, and what it has more is what is not written yet.
 */
export const SEED = `
local epoch = redis.call('GET', KEYS[2]) or '0'
local seeded = redis.call('HGET', KEYS[1], 'epoch')
if epoch ~= ARGV[1] or seeded == epoch then return 0 end

local known, useless = {}, {}
local fields = redis.call('HGETALL', KEYS[1])
for i = 1, #fields, 2 do
  local kind, bucket = string.match(fields[i], '^([ubl])(%-?%d+)')
  if kind then
    known[bucket] = (known[bucket] or 0) + tonumber(fields[i + 1])
    useless[#useless + 1] = fields[i]
  end
end
if #useless > 0 then redis.call('HDEL', KEYS[1], unpack(useless)) end

for i = 5, #ARGV, 2 do
  redis.call('HINCRBY', KEYS[1], 'b' .. ARGV[i], ARGV[i + 1])
  if seeded and known[ARGV[i]] then known[ARGV[i]] = known[ARGV[i]] - tonumber(ARGV[i + 1]) end
end
for bucket, more in pairs(known) do
  if more > 0 then redis.call('HSET', KEYS[1], 'l' .. bucket .. ':' .. ARGV[3], more) end
end
redis.call('HSET', KEYS[1], 'epoch', epoch, 'cut', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
`;
