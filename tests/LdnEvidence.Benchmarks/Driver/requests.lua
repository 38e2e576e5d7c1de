-- Sends the requests of a file in turn, and tells in one line what came of them. Both servers of a comparison are driven by this script alone.
-- Arguments: the file, one request a line ("path" or "path<tab>entity tag"), and how many of its lines to pass over at the beginning.

local requests, turn = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local path, tag = line:match("^([^\t]+)\t?(.*)$")
    local text = "GET " .. path .. " HTTP/1.1\r\nHost: " .. wrk.headers["Host"] .. "\r\n"
    if tag ~= "" then
      text = text .. "If-None-Match: " .. tag .. "\r\n"
    end
    requests[#requests + 1] = text .. "\r\n"
  end
  turn = tonumber(args[2]) % #requests
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    "RESULT %d %d %d %d %d %d %d\n",
    summary.requests,
    summary.duration,
    summary.bytes,
    errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50),
    latency:percentile(99)
  ))
end
