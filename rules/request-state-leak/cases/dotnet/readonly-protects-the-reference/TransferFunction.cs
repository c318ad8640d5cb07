using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Transfers;

public record Transfer(string Account, decimal Amount);

public class TransferFunction
{
    private readonly Draft _draft = new();

    public async Task<string> FunctionHandler(Transfer transfer, ILambdaContext context)
    {
        _draft.Fill(transfer.Account, transfer.Amount);
        await Task.Delay(5);
        var own = _draft with { Account = transfer.Account }; // fixed: a copy of the invocation
        return _draft.Text() + own.Text();
    }
}

public record Draft
{
    public string Account { get; set; } = "";
    public decimal Amount { get; private set; }
    public string Currency { get; } = "EUR"; // safe: set once, when the object is made

    public void Fill(string account, decimal amount)
    {
        Account = account; // expect: request-state-leak error
        Amount = amount; // expect: request-state-leak error
    }

    public string Text() => $"{Amount} {Currency} to {Account}";
}
