using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    public async Task<string> FunctionHandler(string customer, ILambdaContext context)
    {
        var note = Locator.Get<Note>();
        note.Text = customer; // safe: transient, so the locator gives a new one
        var tracker = Locator.Get<ITracker>();
        tracker.Begin(customer);
        await Task.Delay(1);
        return note.Text + tracker.End();
    }
}
