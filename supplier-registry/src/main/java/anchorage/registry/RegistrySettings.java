package anchorage.registry;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** What an operator can set. */
@ConfigMapping(prefix = "registry")
public interface RegistrySettings {

    /** Folder in which the files of registers are kept, each named by its SHA-256. */
    Path importFolder();

    /** Folder of the index of names. Each replica has its own; deleted, it is made again from the database. */
    Path indexFolder();
}
