using System.Threading.Tasks;

namespace Orders;

public class OrderStore
{
    public async Task<string> SaveAsync(string order)
    {
        await Task.Delay(20).ConfigureAwait(false);
        return $"{order} of {Caller.User} or {Caller.UserOfTheFlow}";
    }
}
