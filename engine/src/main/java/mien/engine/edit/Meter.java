package mien.engine.edit;

/**
 * Something a system measures while a run goes on.
 *
 * @param id unique among the system's meters, such as {@code likeness}
 * @param scale the values a gauge runs through; readings may lie outside
 * @param better in which direction a reading gets better
 */
public record Meter(String id, Control.Scale scale, Better better) {

    /** The better end of a scale. */
    public enum Better {
        HIGHER,
        LOWER
    }
}
