using System.Threading.Tasks;
using Amazon.Lambda.Core;
using FirebaseAdmin;
using FirebaseAdmin.Messaging;

namespace Push;

public class PushFunction
{
    // entry: PushFunction::FunctionHandler
    public async Task<string> FunctionHandler(string text, ILambdaContext context)
    {
        if (FirebaseApp.DefaultInstance == null)
        {
            FirebaseApp.Create(); // expect: unsafe-lazy-init warning
        }
        return await FirebaseMessaging.DefaultInstance.SendAsync(new Message { Topic = text });
    }
}

public class FixedPushFunction
{
    static FixedPushFunction()
    {
        FirebaseApp.Create(); // fixed: before the first invocation
    }

    // entry: FixedPushFunction::FunctionHandler
    public async Task<string> FunctionHandler(string text, ILambdaContext context)
    {
        return await FirebaseMessaging.DefaultInstance.SendAsync(new Message { Topic = text });
    }
}
