/**
 * Replaces the ledger's sum of a counter by one asked later, which has what was settled before some slot of time.
 * KEYS: counter.
 * ARGV: cut, that slot, then bucket and amount of each sum.
 * Answers how many slots are left that no sum has; -1 when the counter has another cut, or is gone.
 */
export const REFRESH = `
if redis.call('HGET', KEYS[1], 'cut') ~= ARGV[1] then return -1 end
local left, useless = 0, {}
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  local kind, slot = string.match(field, '^([bl])%-?%d+:?(%d*)')
  if kind == 'b' or (kind == 'l' and tonumber(slot) < tonumber(ARGV[2])) then
    useless[#useless + 1] = field
  elseif kind == 'l' then
    left = left + 1
  end
end
if #useless > 0 then redis.call('HDEL', KEYS[1], unpack(useless)) end
for i = 3, #ARGV, 2 do
  redis.call('HINCRBY', KEYS[1], 'b' .. ARGV[i], ARGV[i + 1])
end
return left
`;
