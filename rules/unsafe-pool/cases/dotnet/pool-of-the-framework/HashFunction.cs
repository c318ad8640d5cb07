using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Amazon.Lambda.Core;
using Microsoft.Extensions.ObjectPool;

namespace Hashes;

public class HashFunction
{
    private static readonly ObjectPool<StringBuilder> Builders = new DefaultObjectPoolProvider().CreateStringBuilderPool();

    public string FunctionHandler(string text, ILambdaContext context)
    {
        var builder = Builders.Get();
        var buffer = ArrayPool<byte>.Shared.Rent(text.Length * 4);
        try
        {
            var length = Encoding.UTF8.GetBytes(text, 0, text.Length, buffer, 0); // safe: what was rented belongs to the invocation
            foreach (var part in SHA256.HashData(buffer.AsSpan(0, length))) builder.Append(part.ToString("x2")); // safe: so does the builder
            return builder.ToString();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            Builders.Return(builder);
        }
    }
}
