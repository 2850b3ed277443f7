/** Lua functions that scripts begin with. */
export const SHARED = `
-- What a counter holds from a bucket on: used, reserved, oldest bucket that holds anything or -1, epoch of its seed.
-- Buckets before kept are of no use and go.
local function totals(key, from, kept)
  local used, reserved, oldest, epoch = 0, 0, -1, false
  local useless = {}
  local fields = redis.call('HGETALL', key)
  for i = 1, #fields, 2 do
    local kind = string.sub(fields[i], 1, 1)
    if kind == 'e' then
      epoch = fields[i + 1]
    elseif kind ~= 'c' then
      local bucket = tonumber(string.match(fields[i], '^%a(%-?%d+)'))
      local amount = tonumber(fields[i + 1])
      if bucket >= from then
        if kind == 'r' then reserved = reserved + amount else used = used + amount end
        if amount > 0 and (oldest == -1 or bucket < oldest) then oldest = bucket end
      elseif bucket < kept then
        useless[#useless + 1] = fields[i]
      end
    end
  end
  if #useless > 0 then redis.call('HDEL', key, unpack(useless)) end
  return used, reserved, oldest, epoch
end

-- Takes from a field what it has, at most. The field stays: a counter without fields would be gone.
local function lessen(key, field, amount)
  -- Lua writes minus nothing as -0, which Redis takes for no number.
  if amount == 0 then return end
  if redis.call('HINCRBY', key, field, -amount) < 0 then redis.call('HSET', key, field, 0) end
end

-- Gives back what a reservation holds.
local function release(reservation)
  for _, claim in ipairs(cjson.decode(redis.call('HGET', reservation, 'claims'))) do
    if redis.call('EXISTS', claim[1]) == 1 then lessen(claim[1], 'r' .. claim[2], claim[3]) end
  end
end

-- Reservations of replicas that are gone: their leases have run out.
local function expire(leases, now)
  for _, reservation in ipairs(redis.call('ZRANGEBYSCORE', leases, '-inf', now, 'LIMIT', 0, 100)) do
    redis.call('ZREM', leases, reservation)
    if redis.call('HGET', reservation, 'state') == 'held' then
      release(reservation)
      redis.call('HSET', reservation, 'state', 'expired')
    end
  end
end
`;
