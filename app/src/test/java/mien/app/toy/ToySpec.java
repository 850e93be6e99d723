package mien.app.toy;

import mien.engine.edit.Direction;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Rgb;
import mien.engine.picture.Picture;

/** A few things to choose. */
public record ToySpec(
        Picture source, Direction light, double strength, double jaw, Rgb colour, boolean keep)
        implements EditSpec {

    /** What the toy finds in every picture. */
    public static ToySpec found(Picture source) {
        return new ToySpec(source, new Direction(20, 10), 0.5, 2, Rgb.WHITE, true);
    }

    public ToySpec withLight(Direction newLight) {
        return new ToySpec(source, newLight, strength, jaw, colour, keep);
    }

    public ToySpec withStrength(double newStrength) {
        return new ToySpec(source, light, newStrength, jaw, colour, keep);
    }

    public ToySpec withJaw(double newJaw) {
        return new ToySpec(source, light, strength, newJaw, colour, keep);
    }

    public ToySpec withColour(Rgb newColour) {
        return new ToySpec(source, light, strength, jaw, newColour, keep);
    }

    public ToySpec withKeep(boolean newKeep) {
        return new ToySpec(source, light, strength, jaw, colour, newKeep);
    }
}
