using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Words;

public class WordFunction
{
    private static readonly List<string> StopWords = new();

    static WordFunction()
    {
        StopWords.Add("the"); // safe: the static constructor runs before any invocation
        StopWords.Add("a");
    }

    public List<string> FunctionHandler(string text, ILambdaContext context)
    {
        var words = new Collected();
        foreach (var word in text.Split(' '))
        {
            if (!StopWords.Contains(word)) words.Take(word);
        }
        return words.All;
    }
}

public class Collected
{
    public List<string> All { get; } = new();

    public void Take(string word) => All.Add(word); // safe: the object was made by this invocation
}
