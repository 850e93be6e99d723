package mien.engine.edit.relight;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mien.engine.flame.EditMode;
import mien.engine.flame.FlameCode;

/**
 * What one portrait takes from another (reference §8.4: the four modes of the authors' inference
 * script).
 */
final class Taken {

    private Taken() {}

    static List<String> names() {
        return Stream.of(EditMode.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
    }

    static RelightSpec take(RelightSpec spec, String part, RelightSpec from) {
        FlameCode other = from.edited();
        return switch (EditMode.valueOf(part.toUpperCase(Locale.ROOT))) {
            case POSE -> spec.withHead(HeadTurn.of(Coefficients.of(other.pose(), 0, 3)));
            case LIGHT -> spec.withLight(Light.of(Coefficients.of(other.light())));
            case EXPRESSION ->
                    spec.withExpression(Coefficients.of(other.expression()))
                            .withJaw(Jaw.of(Coefficients.of(other.pose(), 3, 6)));
            case LATENT -> spec.withLatentFrom(from.latentFrom());
        };
    }
}
