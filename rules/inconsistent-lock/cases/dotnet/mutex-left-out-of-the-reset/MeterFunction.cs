using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Meters;

public class MeterFunction
{
    private readonly Meter _meter = new();

    public int Handle(Dictionary<string, int> reading, ILambdaContext context)
    {
        if (reading.ContainsKey("reset")) _meter.Reset();
        _meter.Add(reading["value"]);
        return _meter.Total();
    }
}
