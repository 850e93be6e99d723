package mien.engine.edit.faceswap;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * An expert under the name by which settings weigh it. It is made when it is first asked, so that
 * one whose weight stays 0 costs nothing.
 */
public final class Term {

    private final String name;
    private final Supplier<Expert> maker;
    private Optional<Expert> made = Optional.empty();

    public Term(String name, Supplier<Expert> maker) {
        this.name = name;
        this.maker = maker;
    }

    /** The same expert, something else called before it is made or looks. */
    Term after(Runnable first) {
        return new Term(
                name,
                () -> {
                    first.run();
                    Expert made = expert();
                    return (seen, step) -> {
                        first.run();
                        return made.distance(seen, step);
                    };
                });
    }

    public String name() {
        return name;
    }

    Expert expert() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }
}
