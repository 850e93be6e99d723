package mien.engine.cli;

import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.evaluate.SwapAsking;
import mien.engine.picture.Picture;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
import mien.engine.world.Portrait;

/** What face swap can do: one drawn person with the face of another. */
final class SwapDemo {

    /** People no network was trained on. */
    private static final long TARGET = 1_000_003;

    private static final long SOURCE = 1_000_006;
    private static final int SIDE = 256;

    private SwapDemo() {}

    static void show(FaceSwap swap, DemoReel reel) {
        Portrait target = person(TARGET);
        Portrait source = person(SOURCE);
        SwapAsking asking =
                new SwapAsking(swap, picture -> reel.given(swap, name(picture, target), picture));
        reel.make(swap, "swapped", asking.asked(target, source, found -> {}));
    }

    private static String name(Picture picture, Portrait target) {
        return picture.equals(target.picture()) ? "swap-target" : "swap-source";
    }

    private static Portrait person(long seed) {
        Identity who = Identity.of(seed);
        return DrawnPeople.render(who, Look.of(who, 0), SIDE);
    }
}
