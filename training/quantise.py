"""Int8 weights with one scale a row, and the network that computes with them as the Swift kernels do."""

import torch
from torch import nn


def rows(weight):
    """A matrix as int8 and fp32 scales: value = int8 * scale of its row."""
    scales = weight.abs().amax(1) / 127
    scales = torch.where(scales == 0, torch.ones_like(scales), scales)
    return torch.round(weight / scales[:, None]).clamp(-127, 127).to(torch.int8), scales


def quantised(weights):
    """The weights as they are after a round trip through int8; norms, biases and the layer mix stay as they are."""
    found = {}
    for name, weight in weights.items():
        if weight.dim() == 2:
            numbers, scales = rows(weight)
            weight = numbers.float() * scales[:, None]
        found[name] = weight
    return found


class Int8Linear(nn.Linear):
    """A dense layer whose input is rounded to int8 too, a row at a time."""

    def forward(self, x):
        scales = x.abs().amax(-1, keepdim=True) / 127
        scales = torch.where(scales == 0, torch.ones_like(scales), scales)
        return super().forward(torch.round(x / scales) * scales)


def round_activations(net):
    """Makes every dense layer of a network compute as the kernels do."""
    for module in net.modules():
        if type(module) is nn.Linear:
            module.__class__ = Int8Linear
    return net
