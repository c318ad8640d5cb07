using System;
using System.Text;
using Amazon.Lambda.Core;

namespace Dice;

public class DiceFunction
{
    private static readonly Random Dice = new();
    private static readonly StringBuilder Text = new();

    public int FunctionHandler(string input, ILambdaContext context)
    {
        var own = new StringBuilder().Append(input).Length; // safe: a builder of the invocation
        return Dice.Next(6) + Random.Shared.Next(6) + own; // expect: unsafe-shared-object error
    }
}
