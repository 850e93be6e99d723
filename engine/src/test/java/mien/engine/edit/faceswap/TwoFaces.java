package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mien.engine.edit.Control;
import mien.engine.edit.EditException;
import mien.engine.edit.Handle;
import mien.engine.edit.RunSettings;
import mien.engine.edit.TestRun;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.AfterEach;

/** A picture of two faces and a third to give, with the real U-Net and small made-up experts. */
abstract class TwoFaces {

    static final FivePoints LEFT = MadeUpSwap.face(48, 52, 18);
    static final FivePoints RIGHT = MadeUpSwap.face(140, 60, 16);
    static final Picture TARGET = MadeUpSwap.picture(192, 112, 1);
    static final Picture OTHER = MadeUpSwap.picture(96, 96, 7);
    final MadeUpSwap tiny = new MadeUpSwap();
    final FaceSwap swap = new FaceSwap(tiny);
    final TestRun run = new TestRun(null);

    @AfterEach
    void close() {
        run.close();
        tiny.close();
    }

    static Handle.FaceEditing<SwapSpec> faces() {
        return ((Handle.Faces<SwapSpec>) FaceHandle.HANDLE).editing();
    }

    SwapSpec opened() {
        tiny.finding(LEFT, RIGHT);
        return swap.open(TARGET, run);
    }

    SwapSpec donor() {
        tiny.finding(MadeUpSwap.face(48, 50, 20));
        return swap.open(OTHER, run);
    }

    /** The left face alone gets the other picture's. */
    SwapSpec one() {
        return faces().taken(opened(), 1, donor(), 1, "other.png");
    }

    SwapSpec both() {
        return faces().taken(one(), 2, donor(), 1, "other.png");
    }

    Picture sampled(SwapSpec spec) {
        return swap.run(spec, run.with(RunSettings.DEFAULT.withPrecision("float32")));
    }

    static SwapSpec with(SwapSpec spec, String id, double value) {
        return new FaceSwap(null)
                .control(id)
                .map(c -> ((Control.Slider<SwapSpec>) c).with(spec, value))
                .orElseThrow();
    }

    static SwapSpec with(SwapSpec spec, String id, String value) {
        return new FaceSwap(null)
                .control(id)
                .map(c -> ((Control.Choice<SwapSpec>) c).with(spec, value))
                .orElseThrow();
    }

    static void refused(Runnable call, String why) {
        EditException e = assertThrows(EditException.class, call::run);
        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    static SwapSpec silent(SwapSpec spec) {
        SwapSpec s = spec;
        for (String expert : List.of("identity", "parts", "gaze", "colour", "pose", "tone")) {
            s = with(s, expert, 0);
        }
        return s;
    }

    /** Mean difference of two pictures, levels. */
    static double apart(Picture a, Picture b) {
        double sum = 0;
        for (int i = 0; i < a.argb().length; i++) {
            sum += Math.abs((a.argb()[i] & 0xff) - (b.argb()[i] & 0xff));
        }
        return sum / a.argb().length;
    }
}
