using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private static string _outcome;
    private static string _mode;

    public async Task<string> FunctionHandler(string input, ILambdaContext context)
    {
        _outcome = "accepted";
        _mode = "strict"; // expect: unsynchronized-access note
        await Task.Delay(1);
        if (input.Length == 0)
        {
            _outcome = "rejected"; // expect: unsynchronized-access error
        }
        return _outcome + _mode;
    }

    public async Task<string> FixedHandler(string input, ILambdaContext context)
    {
        var outcome = "accepted"; // fixed: a local of the invocation
        await Task.Delay(1);
        return input.Length == 0 ? "rejected" : outcome; // safe: nobody else sees it
    }
}
