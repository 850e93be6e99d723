package mien.app.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import mien.engine.edit.Control;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Rgb;

/**
 * The values somebody set, without the picture they were set on.
 *
 * @param values by the ids of the controls: numbers, truths, words, and three numbers for a colour
 */
record Preset(ObjectNode values) {

    /** What differs from the photograph. */
    static <S extends EditSpec> Preset of(EditSystem<S> system, S opened, S spec) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Control<S> control : system.controls()) {
            Neutral.of(control, opened)
                    .filter(n -> n.counted() && n.touched().test(spec))
                    .flatMap(n -> value(control, spec))
                    .ifPresent(v -> values.set(control.id(), v));
        }
        return new Preset(values);
    }

    private static <S> Optional<JsonNode> value(Control<S> control, S spec) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (control instanceof Control.Slider<S> c) {
            return Optional.of(json.numberNode(c.value(spec)));
        }
        if (control instanceof Control.Toggle<S> c) {
            return Optional.of(json.booleanNode(c.value(spec)));
        }
        if (control instanceof Control.Choice<S> c) {
            return Optional.of(json.textNode(c.value(spec)));
        }
        if (control instanceof Control.Colour<S> c) {
            Rgb rgb = c.value(spec);
            ArrayNode array = json.arrayNode();
            return Optional.of(array.add(rgb.red()).add(rgb.green()).add(rgb.blue()));
        }
        return Optional.empty();
    }

    /** How many values it holds. */
    int size() {
        return values.size();
    }

    /**
     * A spec with the values set. What the system has no control for is left out, what is off a
     * scale is put on its end.
     */
    <S extends EditSpec> Applied<S> on(EditSystem<S> system, S spec) {
        S next = spec;
        int used = 0;
        for (Control<S> control : system.controls()) {
            Optional<S> changed = put(control, next, values.path(control.id()));
            next = changed.orElse(next);
            used += changed.isPresent() ? 1 : 0;
        }
        return new Applied<>(next, values.size() - used);
    }

    /** A spec, and how many values it could not take. */
    record Applied<S>(S spec, int left) {}

    private static <S> Optional<S> put(Control<S> control, S spec, JsonNode value) {
        try {
            if (control instanceof Control.Slider<S> c && value.isNumber()) {
                return Optional.of(c.with(spec, c.scale().clamped(value.asDouble())));
            }
            if (control instanceof Control.Toggle<S> c && value.isBoolean()) {
                return Optional.of(c.with(spec, value.asBoolean()));
            }
            if (control instanceof Control.Choice<S> c && value.isTextual()) {
                return Optional.of(c.with(spec, value.textValue()));
            }
            if (control instanceof Control.Colour<S> c && value.size() == 3) {
                return Optional.of(
                        c.with(
                                spec,
                                new Rgb(
                                        value.get(0).asDouble(),
                                        value.get(1).asDouble(),
                                        value.get(2).asDouble())));
            }
        } catch (EditException | IllegalArgumentException e) {
            return Optional.empty(); // a value of another version: the others still count
        }
        return Optional.empty();
    }
}
