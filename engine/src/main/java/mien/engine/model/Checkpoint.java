package mien.engine.model;

import java.util.List;
import java.util.Optional;
import mien.engine.model.known.KnownCheckpoint;

/**
 * A published checkpoint as people are told of it.
 *
 * @param id its name, lower case words joined by hyphens
 * @param systems ids of the editing systems it serves, the first one first
 * @param role what it is to them, such as {@code rig}
 * @param title what people call it
 * @param file its name as published
 * @param page where it is offered, or why nowhere
 * @param license under which it may be used, as far as its page says
 * @param purpose what it does for an artist
 * @param note what else to know
 * @param numbers how many it holds
 * @param offered whether {@code page} is an address
 */
public record Checkpoint(
        String id,
        List<String> systems,
        String role,
        String title,
        String file,
        String page,
        String license,
        String purpose,
        Optional<String> note,
        long numbers,
        boolean offered) {

    public Checkpoint {
        systems = List.copyOf(systems);
    }

    static Checkpoint of(KnownCheckpoint k) {
        return new Checkpoint(
                k.id(),
                k.systems(),
                k.role(),
                k.title(),
                k.file(),
                k.page(),
                k.license(),
                k.purpose(),
                k.note(),
                k.tensors().numbers(),
                k.published());
    }
}
