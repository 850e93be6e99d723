package mien.app.keys;

import java.util.List;

/**
 * Something that can be asked for with a key.
 *
 * @param id its words have the key {@code command.<id>}
 * @param place where it can be asked for
 * @param defaults any of these asks for it unless the artist changed them
 * @param held whether it lasts for as long as the key is down
 */
public record KeyAction(String id, Place place, List<Gesture> defaults, boolean held) {

    public KeyAction {
        defaults = List.copyOf(defaults);
        if (!defaults.isEmpty() && defaults.stream().allMatch(Gesture::rare)) {
            throw new IllegalArgumentException(
                    "%s needs a second key: some keyboards have no %s"
                            .formatted(id, defaults.get(0).shown()));
        }
    }
}
