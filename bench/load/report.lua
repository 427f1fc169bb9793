-- Reports to measure.ts: what wrk counted, as one line of JSON; latencies are in microseconds.
-- With a number as argument every request asks from another day of 1990 to 2022 on; the number keeps runs apart.

init = function(args)
  if args[1] ~= nil then
    local second = tonumber(args[1])
    local day = 0
    request = function()
      day = (day + 1) % 11088
      if day == 0 then second = (second + 1) % 86400 end
      local from = string.format("%04d-%02d-%02dT%02d:%02d:%02dZ", 1990 + math.floor(day / 336), 1 + math.floor(day / 28) % 12, 1 + day % 28,
        math.floor(second / 3600), math.floor(second / 60) % 60, second % 60)
      return wrk.format(nil, wrk.path .. "&publishedFrom=" .. from)
    end
  end
end

done = function(summary, latency)
  local failed = summary.errors
  io.write(string.format(
    'REPORT {"requests":%d,"bytes":%d,"micros":%d,"p50":%d,"p99":%d,"errors":%d}\n',
    summary.requests, summary.bytes, summary.duration, latency:percentile(50), latency:percentile(99),
    failed.connect + failed.read + failed.write + failed.status + failed.timeout))
end
