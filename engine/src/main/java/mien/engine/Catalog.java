package mien.engine;

import java.util.List;
import java.util.stream.Collectors;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSystem;
import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.edit.relight.Relight;

/**
 * The editing systems. A new one is a folder under {@code edit} and a line here.
 *
 * @param systems in the order of the studio's rooms
 */
public record Catalog(List<EditSystem<?>> systems) {

    public Catalog {
        systems = List.copyOf(systems);
    }

    /** All systems of Mien. */
    public static Catalog standard() {
        return new Catalog(List.of(new Relight(), new FaceSwap()));
    }

    /**
     * The system of an id.
     *
     * @throws EditException if there is none
     */
    public EditSystem<?> system(String id) {
        return systems.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private EditException unknown(String id) {
        String known = systems.stream().map(EditSystem::id).collect(Collectors.joining(", "));
        return new EditException(
                "There is no editing system '%s': choose one of %s.".formatted(id, known));
    }
}
