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
        // misses: temp-path-toctou error a property of a library that looks at a file is no existence check
        await File.WriteAllBytesAsync(font.FullName, new byte[64]); // noise: shared-temp-path error the check by `Exists` is not seen
        return 64;
    }
}
