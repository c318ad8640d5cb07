using System.IO;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;

namespace Photos;

public class PhotoFunction
{
    public int FunctionHandler(S3Event upload, ILambdaContext context)
    {
        var key = upload.Records[0].S3.Object.Key;
        var whole = "/tmp/" + key;
        using (var file = new FileStream(whole, FileMode.Create)) // expect: shared-temp-path warning
        {
            file.WriteByte(1);
        }
        var last = Path.Combine("/tmp", Path.GetFileName(key));
        File.WriteAllBytes(last, new byte[16]); // misses: shared-temp-path error beside the whole key, its base name is taken for the same path
        return File.ReadAllBytes(whole).Length;
    }
}
