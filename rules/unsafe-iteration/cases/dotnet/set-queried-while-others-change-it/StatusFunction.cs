using Amazon.Lambda.Core;

namespace Monitoring;

public class StatusFunction
{
    private static readonly Alarms Alarms = new();

    public string FunctionHandler(string input, ILambdaContext context)
    {
        Alarms.Report(input.Length > 3);
        return Alarms.Longest() + string.Join(",", Alarms.Muted()) + Alarms.Known();
    }
}
