import { SHARED } from './shared.js';

/**
 * Extends the leases of reservations, and holds again those that were lost or had run out.
 * KEYS: leases, then the reservations.
 * ARGV: now, end of the lease, time to live of a reservation in ms, then the claims of each as JSON.
 */
export const HOLD = `${SHARED}
local lease, reservationTtl = ARGV[2], ARGV[3]
for i = 2, #KEYS do
  local lost = redis.call('HGET', KEYS[i], 'state') ~= 'held'
  for _, claim in ipairs(cjson.decode(ARGV[i + 2])) do
    if lost then redis.call('HINCRBY', claim[1], 'r' .. claim[2], claim[3]) end
    redis.call('PEXPIRE', claim[1], claim[4])
  end
  if lost then redis.call('HSET', KEYS[i], 'state', 'held', 'claims', ARGV[i + 2]) end
  redis.call('PEXPIRE', KEYS[i], reservationTtl)
  redis.call('ZADD', KEYS[1], lease, KEYS[i])
end
expire(KEYS[1], ARGV[1])
return #KEYS - 1
`;
