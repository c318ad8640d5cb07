using System.Text;
using System.Threading.Channels;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Pages;

public class PageFunction
{
    private readonly Renderers _renderers = new();

    public async Task<string> FunctionHandler(string title, ILambdaContext context)
    {
        var page = await _renderers.TakeAsync();
        try
        {
            return page.Clear().Append("<h1>").Append(title).ToString();
        }
        finally
        {
            _renderers.GiveBack(page);
        }
    }
}

public class Renderers
{
    private readonly Channel<StringBuilder> _free = Channel.CreateBounded<StringBuilder>(2);

    public Renderers()
    {
        _free.Writer.TryWrite(new StringBuilder());
        _free.Writer.TryWrite(new StringBuilder());
    }

    public ValueTask<StringBuilder> TakeAsync() => _free.Reader.ReadAsync(); // fixed: whoever reads it has taken it

    public void GiveBack(StringBuilder page) => _free.Writer.TryWrite(page); // safe: given back by the only one who had it
}
