package mien.engine.checkpoint.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What a file holds, whatever the container.
 *
 * @param container the kind of file, as in "PyTorch zip"
 * @param tensors by name, in the file's order
 * @param sections prefixes under which a network's tensors lie
 * @param metadata short texts and single numbers beside the tensors
 */
public record Contents(
        String container,
        Map<String, StoredTensor> tensors,
        List<String> sections,
        Map<String, String> metadata) {

    /** What a data-parallel training puts before every name. */
    private static final String WRAPPER = "module";

    public Contents {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        sections = List.copyOf(sections);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** One network's tensors, or several under prefixes of their own. */
    public static Contents flat(
            String container, Map<String, StoredTensor> tensors, Map<String, String> metadata) {
        String section = unwrapped("", new TreeSet<>(tensors.keySet()));
        return new Contents(container, tensors, List.of(section), metadata);
    }

    /**
     * A section's prefix with the wrapper's name, when every tensor of the section has it.
     *
     * @param names of all tensors
     */
    public static String unwrapped(String section, NavigableSet<String> names) {
        String prefix = section.isEmpty() ? "" : section + ".";
        boolean any = false;
        for (String name : names.tailSet(prefix, true)) {
            if (!name.startsWith(prefix)) {
                break;
            }
            if (!name.startsWith(prefix + WRAPPER + ".")) {
                return section;
            }
            any = true;
        }
        return any ? unwrapped(prefix + WRAPPER, names) : section;
    }
}
