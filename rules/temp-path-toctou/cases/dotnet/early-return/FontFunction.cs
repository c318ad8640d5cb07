using System.IO;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Fonts;

public class FontFunction
{
    public async Task<long> FunctionHandler(string input, ILambdaContext context)
    {
        var font = new FileInfo("/tmp/font.ttf");
        if (font.Exists) return font.Length;
        await File.WriteAllBytesAsync(font.FullName, new byte[64]); // expect: temp-path-toctou error
        return 64;
    }
}
