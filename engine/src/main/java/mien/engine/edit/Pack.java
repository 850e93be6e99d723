package mien.engine.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** A model as an algorithm sees it: named files, and what their tensors' shapes do not tell. */
public interface Pack {

    /** Its name, unique among the installed packs. */
    String id();

    /**
     * A text that is another one when any file or section is: a model that was replaced by another
     * of its name is another model. As long as nothing else is known, its name.
     */
    default String content() {
        return id();
    }

    /** Whether there is a file of a role. */
    default boolean has(String role) {
        return false;
    }

    /**
     * The file of a role, such as {@code rig}; it exists.
     *
     * @throws EditException if the pack has no such file
     */
    Path file(String role);

    /**
     * The same where it may take a while to find out that the file is sound.
     *
     * @param checkCancelled called now and then; what it throws ends the search
     */
    default Path file(String role, Runnable checkCancelled) {
        return file(role);
    }

    /**
     * Where in the file of a role the network lies: what stands before its names, without the last
     * dot; empty where nothing does.
     */
    default String within(String role) {
        return "";
    }

    /** Whether the description has a section. */
    default boolean describes(String section) {
        return false;
    }

    /**
     * A section of the description, such as {@code network}.
     *
     * @throws EditException if the pack has no such section
     */
    JsonNode section(String name);
}
