package anchorage.ingest.reading;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the last distinct cells were found to be: a ledger's days and suppliers come again and again. */
final class Remembered<K, V> extends LinkedHashMap<K, V> {

    private final int most;

    Remembered(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
