using System.Threading.Tasks;

namespace Batch;

public class MailFunction : BatchFunction<string>
{
    protected override async Task<bool> ProcessAsync(string body)
    {
        await Task.Delay(1);
        return body.Length > 0;
    }
}
