using System.Collections.Generic;
using System.Threading;

namespace Exchange;

public class Rates
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly SortedList<string, decimal> _rates = new();
    private readonly SortedList<string, decimal> _spreads = new();

    public decimal Rate(string currency)
    {
        _lock.EnterReadLock();
        try
        {
            if (!_rates.ContainsKey(currency)) _rates.Add(currency, 1m); // expect: inconsistent-lock error
            return _rates[currency];
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public decimal Spread(string currency)
    {
        _lock.EnterUpgradeableReadLock();
        try
        {
            if (_spreads.ContainsKey(currency)) return _spreads[currency]; // safe: readers may be here at the same time, writers not
            _lock.EnterWriteLock();
            try
            {
                _spreads.Add(currency, 0.1m); // fixed: the write lock for the change
                return 0.1m;
            }
            finally
            {
                _lock.ExitWriteLock();
            }
        }
        finally
        {
            _lock.ExitUpgradeableReadLock();
        }
    }
}
