package anchorage.insight.knowledge;

import anchorage.insight.InsightSettings;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** DuckDB as ever, of which a test learns what it is asked. */
@Alternative
@Singleton
public class OverheardEngine extends Engine {

    private final List<String> queries = new CopyOnWriteArrayList<>();

    OverheardEngine(InsightSettings settings) {
        super(settings);
    }

    @Override
    public Connection connect() {
        return overheard(Connection.class, super.connect());
    }

    /** What was asked meanwhile. */
    public List<String> during(Runnable work) {
        queries.clear();
        work.run();
        return List.copyOf(queries);
    }

    private <T> T overheard(Class<T> kind, T real) {
        return kind.cast(
                Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                    if (method.getName().equals("executeQuery") && arguments != null) {
                        queries.add((String) arguments[0]);
                    }
                    try {
                        var answer = method.invoke(real, arguments);
                        return method.getName().equals("createStatement")
                                ? overheard(Statement.class, (Statement) answer)
                                : answer;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
