using Amazon.Lambda.Core;
using Amazon.XRay.Recorder.Core;

namespace Prices;

public class Function
{
    public string FunctionHandler(string sku, ILambdaContext context)
    {
        AWSXRayRecorder.Instance.AddAnnotation("sku", sku);
        return sku;
    }
}
