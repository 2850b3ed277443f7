import { SHARED } from './shared.js';

/**
 * Takes all claims or none.
 * KEYS: leases, epoch, reservation, then the counter of each claim.
 * ARGV: now, end of the lease, time to live of the reservation in ms, its claims as JSON or '' when it holds nothing,
 * then of each claim: kind, amount, limit or '', bucket, oldest bucket that counts, oldest to keep, time to live in ms,
 * '1' when it must be seeded.
 * Answers {1, used, reserved, oldest, ...} when granted; {0, index, used, reserved, oldest} when refused;
 * {2, epoch, index, ...} of counters to seed first.
 */
export const RESERVE = `${SHARED}
local now, lease, reservationTtl, claims = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
expire(KEYS[1], now)

local epoch = redis.call('GET', KEYS[2]) or '0'
local answer, unseeded, refused = {1}, {2, epoch}, nil
for i = 1, #KEYS - 3 do
  local a = 8 * i - 3
  local amount, limit = tonumber(ARGV[a + 1]), tonumber(ARGV[a + 2])
  local used, reserved, oldest, seeded = totals(KEYS[i + 3], tonumber(ARGV[a + 4]), tonumber(ARGV[a + 5]))
  if ARGV[a + 7] == '1' and seeded ~= epoch then
    unseeded[#unseeded + 1] = i - 1
  elseif refused == nil and limit ~= nil and used + reserved + amount > limit then
    refused = {0, i - 1, used, reserved, oldest}
  end
  if ARGV[a] == 'rate' then used = used + amount else reserved = reserved + amount end
  local bucket = tonumber(ARGV[a + 3])
  if amount > 0 and (oldest == -1 or bucket < oldest) then oldest = bucket end
  answer[3 * i - 1], answer[3 * i], answer[3 * i + 1] = used, reserved, oldest
end
if #unseeded > 2 then return unseeded end
if refused ~= nil then return refused end

for i = 1, #KEYS - 3 do
  local a = 8 * i - 3
  local field = (ARGV[a] == 'rate' and 'u' or 'r') .. ARGV[a + 3]
  redis.call('HINCRBY', KEYS[i + 3], field, ARGV[a + 1])
  redis.call('PEXPIRE', KEYS[i + 3], ARGV[a + 6])
end
if claims ~= '' then
  redis.call('HSET', KEYS[3], 'state', 'held', 'claims', claims)
  redis.call('PEXPIRE', KEYS[3], reservationTtl)
  redis.call('ZADD', KEYS[1], lease, KEYS[3])
end
return answer
`;
