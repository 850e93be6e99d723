package mien.engine.model.known;

import java.util.List;
import java.util.Optional;

/**
 * A published checkpoint, or a network that Mien trains under published names.
 *
 * @param id unique name, lower case words joined by hyphens
 * @param systems ids of the editing systems it serves, the first one first
 * @param role what it is to them, such as {@code rig} or {@code identity}
 * @param title what people call it
 * @param file its name as published
 * @param page where it is offered, or why nowhere
 * @param license under which it may be used, as far as its page says
 * @param purpose what it does for an artist
 * @param note what else to know, often empty
 * @param tensors what it holds
 * @param beside what a copy may hold besides, and no network reads
 * @param preferred which of several copies in one file is used: the earlier prefix
 */
public record KnownCheckpoint(
        String id,
        List<String> systems,
        String role,
        String title,
        String file,
        String page,
        String license,
        String purpose,
        Optional<String> note,
        TensorList tensors,
        Beside beside,
        List<String> preferred) {

    public KnownCheckpoint {
        systems = List.copyOf(systems);
        preferred = List.copyOf(preferred);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || systems.isEmpty()) {
            throw new IllegalArgumentException(
                    "a checkpoint has words joined by hyphens for a name and serves a system: "
                            + id);
        }
    }

    /** Tells whether a tensor that no network reads may stand in the file all the same. */
    @FunctionalInterface
    public interface Beside {
        boolean allows(String name);
    }

    /** The system it is for above all. */
    public String system() {
        return systems.get(0);
    }

    /** Whether somebody offers the file, so that it can be got. */
    public boolean published() {
        return page.startsWith("https://");
    }
}
