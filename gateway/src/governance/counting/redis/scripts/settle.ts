import { SHARED } from './shared.js';

/**
 * Puts what was used in place of what was reserved. Of a reservation that has a record, the record is what makes it
 * count once: it is there until it is settled, also when its lease has run out.
 * KEYS: leases, reservation, then the counter of each claim.
 * ARGV: read time of the request, slot of the time now, '1' when it was granted with a record, then of each claim:
 * kind, amount that was counted, amount used, bucket.
 */
export const SETTLE = `${SHARED}
local at, slot = tonumber(ARGV[1]), ARGV[2]
local state = redis.call('HGET', KEYS[2], 'state')
if state == 'held' then
  release(KEYS[2])
  redis.call('ZREM', KEYS[1], KEYS[2])
elseif not state and ARGV[3] == '1' then
  return 0
end
redis.call('DEL', KEYS[2])

for i = 1, #KEYS - 2 do
  local key, a = KEYS[i + 2], 4 * i
  local amount, used, bucket = tonumber(ARGV[a + 1]), tonumber(ARGV[a + 2]), ARGV[a + 3]
  -- What is not there will be seeded from the ledger, which has this request.
  if redis.call('EXISTS', key) == 1 then
    if ARGV[a] == 'rate' then
      if used > amount then
        redis.call('HINCRBY', key, 'u' .. bucket, used - amount)
      elseif used < amount then
        lessen(key, 'u' .. bucket, amount - used)
      end
    elseif ARGV[a] == 'spend' and used > 0 then
      local cut = tonumber(redis.call('HGET', key, 'cut') or '0')
      local field = at < cut and 'l' .. bucket .. ':' .. slot or 'u' .. bucket
      redis.call('HINCRBY', key, field, used)
    end
  end
end
return 1
`;
