using System.Collections.Generic;
using System.Threading;
using Amazon.Lambda.Core;

namespace Indexes;

public class IndexFunction
{
    private readonly WordIndex _index = new();

    public int FunctionHandler(string input, ILambdaContext context) => _index.NoteStem("te") + _index.NoteWord("tea");
}

public class WordIndex
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly SortedSet<string> _words = new();
    private readonly SortedSet<string> _stems = new();

    public int NoteWord(string word)
    {
        _lock.EnterReadLock();
        try
        {
            _words.Add(word); // expect: unsynchronized-access error
            return _words.Count;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public int NoteStem(string stem)
    {
        _lock.EnterWriteLock();
        try
        {
            _stems.Add(stem); // fixed: the write lock lets one in
            return _stems.Count; // safe: read under the same lock
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
