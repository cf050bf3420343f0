package anchorage.ingest.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The schemas that public bodies publish their spending in. They are data: {@code mapping-presets.json} beside this. */
@ApplicationScoped
public class MappingPresets {

    private final List<MappingPreset> all;

    MappingPresets(ObjectMapper json) {
        try (var presets = MappingPresets.class.getResourceAsStream("mapping-presets.json")) {
            all = List.of(json.readValue(presets, MappingPreset[].class));
        } catch (IOException damaged) {
            throw new UncheckedIOException("the mapping presets cannot be read", damaged);
        }
    }

    /** All of them. */
    public List<MappingPreset> all() {
        return all;
    }

    /** The preset that a header follows; of several, the one that says most. */
    public Optional<MappingPreset> followedBy(List<String> header) {
        return all.stream()
                .filter(preset -> preset.isFollowedBy(header))
                .max(Comparator.comparingInt(preset -> preset.toldBy().size()));
    }
}
