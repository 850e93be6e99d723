package mien.engine.evaluate.machine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** How many threads one operator of the library may use on the processor. */
public final class Threads {

    private Threads() {}

    /**
     * Sets it for this thread and for every thread that has not calculated anything yet, and
     * returns what it was.
     */
    public static int use(int count) {
        Engine.getEngine("PyTorch"); // loads the library
        int before = JniUtils.getNumThreads();
        JniUtils.setNumThreads(count);
        return before;
    }
}
