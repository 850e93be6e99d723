package mien.app.canvas.tool.pose;

import java.util.function.Consumer;
import java.util.function.Supplier;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;

/**
 * What figures are worked on with; it stays the same from picture to picture.
 *
 * @param keys as they are now; the map holds {@link PoseKeys#table}
 * @param say takes sentences: what was read or pasted, or why it is no pose
 */
public record PoseStudio(Supplier<KeyMap> keys, Texts texts, Consumer<String> say) {}
