package mien.engine.tensor;

import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Calls a method of a TorchScript module with gradients flowing when a gradient collector is open.
 * DJL's own {@link IValueUtils#runMethod} always switches autograd off, and its {@code forward}
 * takes arrays only, no numbers; the native entry beneath both has the flag, so this class reaches
 * it by name.
 */
final class ScriptCall {

    /**
     * DJL's "training" flag. Without it a call runs in PyTorch's inference mode, and nothing made
     * there may ever take part in a backward pass; with it the thread's gradient mode decides.
     */
    private static final boolean FOLLOW_GRADIENT_MODE = true;

    private static final MethodHandle RUN_METHOD;
    private static final MethodHandle NEW_VALUE;

    static {
        try {
            Class<?> library = Class.forName("ai.djl.pytorch.jni.PyTorchLibrary");
            MethodHandles.Lookup inside =
                    MethodHandles.privateLookupIn(library, MethodHandles.lookup());
            MethodType run =
                    MethodType.methodType(
                            long.class,
                            long.class,
                            String.class,
                            long[].class,
                            boolean.class,
                            boolean.class);
            Object instance = inside.findStaticGetter(library, "LIB", library).invoke();
            RUN_METHOD = inside.findVirtual(library, "moduleRunMethod", run).bindTo(instance);
            NEW_VALUE =
                    MethodHandles.privateLookupIn(IValue.class, MethodHandles.lookup())
                            .findConstructor(
                                    IValue.class, MethodType.methodType(void.class, long.class));
        } catch (Throwable e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private ScriptCall() {}

    static IValue run(PtSymbolBlock module, String method, IValue... arguments) {
        long[] handles = new long[arguments.length];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = arguments[i].getHandle();
        }
        try {
            return (IValue)
                    NEW_VALUE.invokeExact(
                            (long)
                                    RUN_METHOD.invokeExact(
                                            (long) module.getHandle(),
                                            method,
                                            handles,
                                            FOLLOW_GRADIENT_MODE,
                                            false));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("operator " + method + " could not be called", e);
        }
    }
}
