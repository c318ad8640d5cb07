using System;
using System.Xml;
using Amazon.Lambda.Core;

namespace Feeds;

public class FeedFunction
{
    private static readonly Lazy<XmlDocument> Shared = new(() => new XmlDocument());

    public string FunctionHandler(string feed, ILambdaContext context)
    {
        Shared.Value.LoadXml(feed); // expect: unsafe-shared-object error
        var own = new XmlDocument();
        own.LoadXml(feed); // safe: a document of the invocation
        return Shared.Value.DocumentElement?.Name + own.DocumentElement?.Name;
    }
}
