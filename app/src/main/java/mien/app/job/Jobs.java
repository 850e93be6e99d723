package mien.app.job;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where work runs. In tests all of it may run at once, on the calling thread. */
public interface Jobs {

    /**
     * The window's thread: everything that touches properties runs there, in the order it was
     * handed over.
     */
    Executor window();

    /** Slow work: files, opening the engine. */
    Executor background();

    /** One thread for pictures that follow a drag; work there takes milliseconds. */
    Executor drawing();

    /** Runs something on the window's thread after a pause, unless it is called off before. */
    Ongoing after(Duration pause, Runnable action);

    /**
     * Does work in the background and hands its result, or what went wrong, to the window's thread.
     */
    default <T> void fetch(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        background()
                .execute(
                        () -> {
                            try {
                                T result = work.get();
                                window().execute(() -> done.accept(result));
                            } catch (RuntimeException e) {
                                window().execute(() -> failed.accept(e));
                            }
                        });
    }

    /** Hands the answer to a question, or what went wrong, to the window's thread. */
    default <T> void deliver(
            CompletableFuture<T> answer, Consumer<T> done, Consumer<Throwable> failed) {
        CompletableFuture<T> unused =
                answer.whenCompleteAsync(
                        (value, failure) -> {
                            if (failure == null) {
                                done.accept(value);
                            } else {
                                failed.accept(failure);
                            }
                        },
                        window());
    }
}
