import { SHARED } from './shared.js';

/**
 * Where counters stand.
 * KEYS: leases, epoch, then the counters.
 * ARGV: now, then of each counter: oldest bucket that counts, oldest to keep, '1' when it must be seeded.
 * Answers {1, used, reserved, oldest, ...}, or {2, epoch, index, ...} of counters to seed first.
 */
export const READ = `${SHARED}
expire(KEYS[1], ARGV[1])
local epoch = redis.call('GET', KEYS[2]) or '0'
local answer, unseeded = {1}, {2, epoch}
for i = 1, #KEYS - 2 do
  local a = 3 * i - 1
  local used, reserved, oldest, seeded = totals(KEYS[i + 2], tonumber(ARGV[a]), tonumber(ARGV[a + 1]))
  if ARGV[a + 2] == '1' and seeded ~= epoch then unseeded[#unseeded + 1] = i - 1 end
  answer[3 * i - 1], answer[3 * i], answer[3 * i + 1] = used, reserved, oldest
end
if #unseeded > 2 then return unseeded end
return answer
`;
