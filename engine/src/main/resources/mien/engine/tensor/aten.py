class Aten(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def forward(self: __torch__.Aten, x: Tensor) -> Tensor:
    return x
  def conv2d(self: __torch__.Aten, x: Tensor, w: Tensor, b: Tensor, stride: int, padding: int) -> Tensor:
    return torch.conv2d(x, w, b, [stride, stride], [padding, padding], [1, 1], 1)
  def conv2d_free(self: __torch__.Aten, x: Tensor, w: Tensor, stride: int, padding: int) -> Tensor:
    return torch.conv2d(x, w, None, [stride, stride], [padding, padding], [1, 1], 1)
  def conv2d_back(self: __torch__.Aten, g: Tensor, w: Tensor, padding: int) -> Tensor:
    return torch.conv_transpose2d(g, w, None, [1, 1], [padding, padding], [0, 0], 1, [1, 1])
  def pointwise(self: __torch__.Aten, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    n, c, h, v = torch.size(x)
    kernels = torch.expand(torch.unsqueeze(torch.flatten(w, 1), 0), [n, -1, -1])
    return torch.reshape(torch.baddbmm(torch.reshape(b, [1, -1, 1]), kernels, torch.reshape(x, [n, c, -1])), [n, -1, h, v])
  def add_pointwise_(self: __torch__.Aten, y: Tensor, x: Tensor, w: Tensor) -> Tensor:
    rows = torch.reshape(torch.permute(x, [0, 2, 3, 1]), [-1, torch.size(x, 1)])
    out = torch.view(torch.permute(y, [0, 2, 3, 1]), [-1, torch.size(y, 1)])
    _0 = torch.addmm_(out, rows, torch.t(torch.flatten(w, 1)))
    return y
  def winograd(self: __torch__.Aten, x: Tensor, u: Tensor, b: Tensor, bt: Tensor, at: Tensor) -> Tensor:
    n, c, h, w = torch.size(x)
    out = torch.size(b, 0)
    row = torch.floordiv(w, 4)
    sixfold = torch.new_zeros(b, [torch.mul(out, 6)])
    _0 = torch.copy_(torch.narrow(sixfold, 0, out, out), b)
    pixels = torch.view(torch.permute(x, [0, 2, 3, 1]), [-1, c])
    y = torch.empty([torch.mul(torch.mul(n, h), row), 4, out])
    band = ops.prim.max(8, torch.floordiv(786432, torch.mul(torch.mul(w, c), 2)))
    bands = torch.floordiv(torch.add(h, torch.sub(band, 1)), band)
    v = torch.empty([torch.add(band, 2), row, 6, c])
    for i in range(torch.mul(n, bands)):
      picture = torch.mul(torch.floordiv(i, bands), h)
      top = torch.mul(torch.remainder(i, bands), band)
      bottom = ops.prim.min(h, torch.add(top, band))
      above = ops.prim.max(0, torch.sub(top, 1))
      below = ops.prim.min(h, torch.add(bottom, 1))
      height = torch.sub(below, above)
      if torch.eq(top, 0):
        _1 = torch.zero_(torch.select(v, 0, 0))
      if torch.eq(bottom, h):
        _2 = torch.zero_(torch.select(v, 0, torch.add(torch.sub(bottom, top), 1)))
      read = torch.narrow(pixels, 0, torch.mul(torch.add(picture, above), w), torch.mul(height, w))
      inside = torch.narrow(v, 0, torch.add(torch.sub(above, top), 1), height)
      _3 = self.tiles(read, inside, bt)
      image = torch.permute(torch.view(torch.narrow(v, 0, 0, torch.add(torch.sub(bottom, top), 2)), [1, -1, row, torch.mul(c, 6)]), [0, 3, 1, 2])
      m = torch.conv2d(image, u, sixfold, [1, 1], [0, 0], [1, 1], 6)
      tiles = torch.mul(torch.sub(bottom, top), row)
      written = torch.narrow(y, 0, torch.mul(torch.add(picture, top), row), tiles)
      _4 = torch.bmm(torch.expand(at, [tiles, 4, 6]), torch.view(torch.permute(m, [0, 2, 3, 1]), [tiles, 6, out]), out=written)
    return torch.permute(torch.view(y, [n, h, w, out]), [0, 3, 1, 2])
  def tiles(self: __torch__.Aten, pixels: Tensor, v: Tensor, bt: Tensor) -> Tensor:
    lines, row, six, c = torch.size(v)
    count = torch.mul(lines, row)
    w = torch.mul(row, 4)
    list = torch.view(v, [count, 6, c])
    inner = torch.sub(count, 2)
    windows = torch.as_strided(torch.narrow(pixels, 0, 3, 1), [inner, 6, c], [torch.mul(c, 4), c, 1])
    _0 = torch.bmm(torch.expand(bt, [inner, 6, 6]), windows, out=torch.narrow(list, 0, 1, inner))
    _1 = torch.mm(torch.narrow(bt, 1, 1, 5), torch.narrow(pixels, 0, 0, 5), out=torch.select(list, 0, 0))
    _2 = torch.mm(torch.narrow(bt, 1, 0, 5), torch.narrow(pixels, 0, torch.sub(torch.mul(count, 4), 5), 5), out=torch.select(list, 0, torch.sub(count, 1)))
    x = torch.view(pixels, [lines, w, c])
    left = torch.sub(torch.select(x, 1, 3), torch.select(x, 1, 1), alpha=5)
    _3 = torch.copy_(torch.select(torch.select(v, 1, 0), 1, 0), left)
    right = torch.sub(torch.mul(torch.select(x, 1, torch.sub(w, 4)), 4), torch.select(x, 1, torch.sub(w, 2)), alpha=5)
    _4 = torch.copy_(torch.select(torch.select(v, 1, torch.sub(row, 1)), 1, 5), right)
    return v
  def linear(self: __torch__.Aten, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return torch.linear(torch.to(x, ops.prim.dtype(w), False, False), w, b)
  def linear_free(self: __torch__.Aten, x: Tensor, w: Tensor) -> Tensor:
    return torch.linear(x, w, None)
  def group_norm(self: __torch__.Aten, x: Tensor, w: Tensor, b: Tensor, groups: int, eps: float) -> Tensor:
    return torch.group_norm(x, groups, w, b, eps)
  def group_norm_silu(self: __torch__.Aten, x: Tensor, w: Tensor, b: Tensor, groups: int, eps: float) -> Tensor:
    return self.silu_fresh(torch.group_norm(x, groups, w, b, eps))
  def group_norm_film_silu(self: __torch__.Aten, x: Tensor, w: Tensor, b: Tensor, groups: int, scale: Tensor, shift: Tensor, eps: float) -> Tensor:
    more = torch.add(scale, 1)
    if torch.eq(torch.size(x, 0), 1):
      y = torch.group_norm(x, groups, torch.mul(w, torch.reshape(more, [-1])), self.melted(b, more, shift), eps)
    else:
      y = self.filmed(torch.group_norm(x, groups, w, b, eps), more, shift)
    return self.silu_fresh(y)
  def melted(self: __torch__.Aten, b: Tensor, more: Tensor, shift: Tensor) -> Tensor:
    return torch.addcmul(torch.reshape(shift, [-1]), b, torch.reshape(more, [-1]))
  def filmed(self: __torch__.Aten, y: Tensor, more: Tensor, shift: Tensor) -> Tensor:
    by = torch.to(torch.unsqueeze(torch.unsqueeze(more, 2), 3), ops.prim.dtype(y), False, False)
    plus = torch.to(torch.unsqueeze(torch.unsqueeze(shift, 2), 3), ops.prim.dtype(y), False, False)
    return torch.add(torch.mul(y, by), plus)
  def group_norm_kept(self: __torch__.Aten, x: Tensor, w: Tensor, b: Tensor, groups: int, eps: float) -> List[Tensor]:
    n, c, h, v = torch.size(x)
    y, mean, rstd = torch.native_group_norm(x, w, b, n, c, torch.mul(h, v), groups, eps)
    return [y, mean, rstd, torch.reshape(w, [1, c])]
  def group_norm_film_kept(self: __torch__.Aten, x: Tensor, w: Tensor, b: Tensor, groups: int, scale: Tensor, shift: Tensor, eps: float) -> List[Tensor]:
    n, c, h, v = torch.size(x)
    more = torch.add(scale, 1)
    if torch.eq(n, 1):
      y, mean, rstd = torch.native_group_norm(x, torch.mul(w, torch.reshape(more, [-1])), self.melted(b, more, shift), n, c, torch.mul(h, v), groups, eps)
    else:
      normed, mean, rstd = torch.native_group_norm(x, w, b, n, c, torch.mul(h, v), groups, eps)
      y = self.filmed(normed, more, shift)
    return [y, mean, rstd, torch.mul(more, w)]
  def group_norm_silu_back(self: __torch__.Aten, g: Tensor, x: Tensor, z: Tensor, mean: Tensor, rstd: Tensor, by: Tensor) -> Tensor:
    n, c, h, v = torch.size(x)
    groups = torch.size(mean, 1)
    each = [n, groups, torch.floordiv(c, groups)]
    d = torch.silu_backward(g, z)
    ds = torch.to(torch.reshape(torch.permute(d, [0, 2, 3, 1]), [n, -1, c]), 6, False, False)
    xs = torch.to(torch.reshape(torch.permute(x, [0, 2, 3, 1]), [n, -1, c]), 6, False, False)
    ones = torch.new_ones(ds, [n, 1, torch.mul(h, v)])
    weighed = torch.unsqueeze(by, 1)
    a = torch.sum(torch.reshape(torch.mul(torch.matmul(ones, ds), weighed), each), [2])
    s = torch.sum(torch.reshape(torch.mul(torch.matmul(ones, torch.mul(ds, xs)), weighed), each), [2])
    mu = torch.to(mean, 6, False, False)
    r = torch.to(rstd, 6, False, False)
    m = torch.floordiv(torch.mul(torch.mul(h, v), c), groups)
    p = torch.div(torch.mul(torch.pow(r, 3), torch.sub(torch.mul(mu, a), s)), m)
    q = torch.sub(torch.div(torch.mul(torch.neg(r), a), m), torch.mul(p, mu))
    _0 = torch.mul_(d, self.spread(r, by, d))
    alike = torch.ones_like(by)
    _1 = torch.addcmul_(d, x, self.spread(p, alike, d))
    return torch.add_(d, self.spread(q, alike, d))
  def spread(self: __torch__.Aten, a: Tensor, by: Tensor, like: Tensor) -> Tensor:
    n, groups = torch.size(a)
    c = torch.size(by, 1)
    each = torch.reshape(torch.expand(torch.unsqueeze(a, 2), [n, groups, torch.floordiv(c, groups)]), [n, c])
    return torch.to(torch.reshape(torch.mul(each, by), [n, c, 1, 1]), ops.prim.dtype(like), False, False)
  def batch_norm(self: __torch__.Aten, x: Tensor, w: Tensor, b: Tensor, mean: Tensor, var: Tensor, training: bool, momentum: float, eps: float) -> Tensor:
    if training:
      y = torch.contiguous(x, memory_format=0)
    else:
      y = x
    return torch.batch_norm(y, w, b, mean, var, training, momentum, eps, False)
  def batch_norm_own(self: __torch__.Aten, x: Tensor, w: Tensor, b: Tensor, eps: float) -> Tensor:
    if torch.eq(torch.size(x, 0), 1):
      y = torch.batch_norm(torch.contiguous(x, memory_format=0), w, b, None, None, True, 0., eps, False)
    else:
      y = torch.instance_norm(x, w, b, None, None, True, 0., eps, False)
    return y
  def silu_fresh(self: __torch__.Aten, x: Tensor) -> Tensor:
    if ops.prim.requires_grad(x):
      y = torch.silu(x)
    else:
      y = torch.silu_(x)
    return y
  def silu(self: __torch__.Aten, x: Tensor) -> Tensor:
    return torch.silu(x)
  def relu(self: __torch__.Aten, x: Tensor) -> Tensor:
    return torch.relu(x)
  def prelu(self: __torch__.Aten, x: Tensor, slope: Tensor) -> Tensor:
    return torch.prelu(x, torch.to(slope, ops.prim.dtype(x), False, False))
  def leaky_relu(self: __torch__.Aten, x: Tensor, slope: float) -> Tensor:
    return torch.leaky_relu(x, slope)
  def sigmoid(self: __torch__.Aten, x: Tensor) -> Tensor:
    return torch.sigmoid(x)
  def gate(self: __torch__.Aten, x: Tensor, by: Tensor) -> Tensor:
    return torch.mul(x, torch.to(by, ops.prim.dtype(x), False, False))
  def film(self: __torch__.Aten, h: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
    return torch.add(torch.mul(h, torch.add(scale, 1)), shift)
  def affine(self: __torch__.Aten, x: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
    if torch.eq(torch.dim(x), 4):
      y = torch.addcmul(torch.reshape(shift, [1, -1, 1, 1]), x, torch.reshape(scale, [1, -1, 1, 1]))
    else:
      y = torch.addcmul(shift, x, scale)
    return y
  def times(self: __torch__.Aten, x: Tensor, k: float) -> Tensor:
    return torch.mul(x, k)
  def over(self: __torch__.Aten, x: Tensor, k: float) -> Tensor:
    return torch.div(x, k)
  def at_least(self: __torch__.Aten, x: Tensor, least: float) -> Tensor:
    return torch.clamp_min(x, least)
  def within(self: __torch__.Aten, x: Tensor, low: float, high: float) -> Tensor:
    return torch.clamp(x, low, high)
  def add(self: __torch__.Aten, x: Tensor, y: Tensor) -> Tensor:
    return torch.add(x, y)
  def add_(self: __torch__.Aten, x: Tensor, y: Tensor) -> Tensor:
    return torch.add_(x, y)
  def cat(self: __torch__.Aten, xs: List[Tensor], axis: int) -> Tensor:
    return torch.cat(xs, axis)
  def attention(self: __torch__.Aten, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return torch.scaled_dot_product_attention(q, k, v)
  def avg_pool2(self: __torch__.Aten, x: Tensor) -> Tensor:
    return torch.avg_pool2d(x, [2, 2], [2, 2])
  def avg_pool(self: __torch__.Aten, x: Tensor, size: int) -> Tensor:
    return torch.avg_pool2d(x, [size, size], [1, 1])
  def mean_map(self: __torch__.Aten, x: Tensor) -> Tensor:
    return torch.mean(x, [2, 3], True)
  def max_pool_3_2(self: __torch__.Aten, x: Tensor) -> Tensor:
    return torch.max_pool2d(x, [3, 3], [2, 2], [1, 1])
  def max_pool2(self: __torch__.Aten, x: Tensor) -> Tensor:
    return torch.max_pool2d(x, [2, 2], [2, 2])
  def channel_norm(self: __torch__.Aten, x: Tensor, w: Tensor, eps: float) -> Tensor:
    y = torch.to(x, 6, False, False)
    length = torch.linalg_vector_norm(y, 2, [1], True)
    by = torch.reshape(w, [1, -1, 1, 1])
    return torch.to(torch.mul(torch.div(y, torch.add(length, eps)), by), ops.prim.dtype(x), False, False)
  def soft_arg_max(self: __torch__.Aten, x: Tensor, beta: float) -> Tensor:
    n, c, h, w = torch.size(x)
    p = torch.view(torch.softmax(torch.mul(torch.reshape(x, [n, c, -1]), beta), 2), [n, c, h, w])
    rows = torch.arange(h, dtype=ops.prim.dtype(x), layout=None, device=ops.prim.device(x))
    columns = torch.arange(w, dtype=ops.prim.dtype(x), layout=None, device=ops.prim.device(x))
    y = torch.sum(torch.mul(torch.sum(p, [3]), rows), [2])
    return torch.stack([y, torch.sum(torch.mul(torch.sum(p, [2]), columns), [2])], 2)
  def nearest2(self: __torch__.Aten, x: Tensor) -> Tensor:
    return torch.upsample_nearest2d(x, None, [2., 2.])
  def bilinear(self: __torch__.Aten, x: Tensor, height: int, width: int) -> Tensor:
    return torch.upsample_bilinear2d(x, [height, width], False)
  def bilinear_aligned(self: __torch__.Aten, x: Tensor, height: int, width: int) -> Tensor:
    return torch.upsample_bilinear2d(x, [height, width], True)
  def nearest(self: __torch__.Aten, x: Tensor, height: int, width: int) -> Tensor:
    return torch.upsample_nearest2d(x, [height, width])
  def grid_sample(self: __torch__.Aten, x: Tensor, grid: Tensor, beyond: int) -> Tensor:
    return torch.grid_sampler(x, grid, 0, beyond, False)
  def channels(self: __torch__.Aten, x: Tensor, which: Tensor) -> Tensor:
    return torch.index_select(x, 1, which)
  def cross_entropy(self: __torch__.Aten, x: Tensor, classes: Tensor) -> Tensor:
    return torch.cross_entropy_loss(x, torch.to(classes, 4, False, False), None, 0, -100, 0.)
  def dropout(self: __torch__.Aten, x: Tensor, p: float) -> Tensor:
    return torch.dropout(x, p, True)
  def cast(self: __torch__.Aten, x: Tensor, dtype: int) -> Tensor:
    return torch.to(x, dtype, False, False)
  def channels_last(self: __torch__.Aten, x: Tensor) -> Tensor:
    return torch.clone(x, memory_format=2)
  def plain(self: __torch__.Aten, x: Tensor) -> Tensor:
    return torch.contiguous(x, memory_format=0)
  def dtype(self: __torch__.Aten, x: Tensor) -> int:
    return ops.prim.dtype(x)
  def gathers(self: __torch__.Aten, x: Tensor) -> int:
    return int(ops.prim.requires_grad(x))
  def norm(self: __torch__.Aten, xs: List[Tensor]) -> Tensor:
    return torch.linalg_vector_norm(torch.stack(torch._foreach_norm(xs)))
  def scale_(self: __torch__.Aten, xs: List[Tensor], factor: float) -> int:
    torch._foreach_mul_(xs, factor)
    return 0
  def copy_(self: __torch__.Aten, xs: List[Tensor], ys: List[Tensor]) -> int:
    torch._foreach_copy_(xs, ys)
    return 0
  def lerp_(self: __torch__.Aten, xs: List[Tensor], ys: List[Tensor], weight: float) -> int:
    torch._foreach_lerp_(xs, ys, weight)
    return 0
  def adam_(self: __torch__.Aten, p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], h: List[float]) -> int:
    torch._foreach_mul_(p, h[5])
    torch._foreach_lerp_(m, g, torch.sub(1., h[1]))
    torch._foreach_mul_(v, h[2])
    torch._foreach_addcmul_(v, g, g, torch.sub(1., h[2]))
    root = torch._foreach_sqrt(v)
    torch._foreach_mul_(root, h[4])
    torch._foreach_add_(root, h[3])
    torch._foreach_addcdiv_(p, m, root, h[0])
    return 0
