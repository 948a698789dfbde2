-- Asks Smeta about a request before HAProxy forwards it. HAProxy 2.6 or later with Lua.
local smeta = "http://127.0.0.1:8080/v1/checks"
local query = "?limit=0.05&currency=USD"

core.register_action("smeta_check", { "http-req" }, function(txn)
    txn:set_var("txn.smeta_decision", "deny")
    txn:set_var("txn.smeta_reason", "no_answer")
    local body = txn.sf:req_body()
    -- a body that doesn't fit the buffer is cut off: it isn't judged by its beginning
    local length = tonumber(txn.sf:req_hdr("content-length"))
    if length == nil or body == nil or length ~= #body then
        txn:set_var("txn.smeta_reason", "body_not_whole")
        return
    end
    local type = txn.sf:req_hdr("content-type")
    local answer = core.httpclient():post{
        url = smeta .. txn.sf:path() .. query,
        headers = { ["content-type"] = { type or "application/json" } },
        body = body,
        timeout = 5000,
    }
    if answer == nil or answer.status ~= 200 then
        return
    end
    local function header(name)
        local values = answer.headers[name]
        return values and values[0] or ""
    end
    txn:set_var("txn.smeta_decision", header("smeta-decision"))
    txn:set_var("txn.smeta_hold", header("smeta-hold"))
    txn:set_var("txn.smeta_reason", answer.body:match('"reasons":%["([%w_]+)"') or "")
end)
