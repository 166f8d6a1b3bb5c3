#!/usr/bin/env ruby
# scales a recipe:  ruby recipe_scale.rb 4 6 < pancakes.txt
# knows things like "1 1/2 cups flour", "2-3 tbsp milk", "½ tsp salt", "3 eggs"

UNI = { '½' => '1/2', '¼' => '1/4', '¾' => '3/4', '⅓' => '1/3', '⅔' => '2/3', '⅛' => '1/8' }
# in teaspoons
SPOON = { 'cup' => 48, 'tbsp' => 3, 'tsp' => 1 }
COUNTED = %w[egg eggs clove cloves lemon lemons can cans]

$rounded = 0

class Qty
  attr_accessor :lo, :hi
  def initialize(lo, hi = nil)
    @lo, @hi = lo, hi
  end

  def *(f)
    Qty.new(@lo * f, @hi && @hi * f)
  end
end

def num(s)
  s.split(/\s+/).map { |p| p.include?('/') ? Rational(*p.split('/').map(&:to_i)) : p.to_r }.sum
end

def show(r, den = 8)
  r = Rational((r * den).round, den)
  w, f = r.divmod(1)
  return w.to_i.to_s if f == 0
  (w.zero? ? '' : "#{w.to_i} ") + "#{f.numerator}/#{f.denominator}"
end

def best_unit(q, unit)
  base = unit.sub(/s$/, '')
  return [q, unit] unless SPOON[base]
  tsp = q.lo * SPOON[base]
  # biggest unit where it is at least a quarter cup / half tbsp
  nu = if tsp >= 12 then 'cup' elsif tsp >= 3 then 'tbsp' else 'tsp' end
  k = Rational(SPOON[base], SPOON[nu])
  nq = q * k
  nu += 's' if nu == 'cup' && (nq.hi || nq.lo) > 1
  [nq, nu]
end

def scale!(lines, f)
  lines.map! do |l|
    t = l.dup
    UNI.each { |k, v| t.gsub!(/(\d?)#{k}/) { $1.empty? ? v : "#{$1} #{v}" } }
    n = /\d+\s+\d+\/\d+|\d+\/\d+|\d+(?:\.\d+)?/
    if t =~ /\A(\s*-?\s*)(#{n})(?:\s*-\s*(#{n}))?\s+(\S+)(.*)\z/
      pre, a, b, unit, rest = $1, $2, $3, $4, $5
      q = Qty.new(num(a), b && num(b)) * f
      if COUNTED.include?(unit)
        up = q.lo.ceil
        $rounded += 1 if up != q.lo
        unit = unit.sub(/s$/, '') + (up == 1 ? '' : 's')
        q = Qty.new(up.to_r)
      elsif unit == 'g' || unit == 'ml'
        # kitchen scale shows 5 g steps
        q.lo = (q.lo / 5).round * 5r
        q.hi = (q.hi / 5).round * 5r if q.hi
      else
        q, unit = best_unit(q, unit)
      end
      pre + show(q.lo) + (q.hi ? "-#{show(q.hi)}" : '') + " #{unit}#{rest}"
    elsif t =~ /bake.*?(\d+)\s*min/i
      # thicker cake takes longer, rule of thumb: cube root
      m = ($1.to_i * (f.to_f**(1 / 3.0))).round
      t.sub(/#{$1}(\s*min)/, "#{m}\\1")
    else
      l
    end
  end
end

if __FILE__ == $0
  from, to = ARGV.shift.to_i, ARGV.shift.to_i
  abort 'usage: recipe_scale FROM TO' if from < 1 || to < 1
  x = $stdin.read.lines(chomp: true)
  scale!(x, Rational(to, from))
  puts x
  warn "#{$rounded} rounded up" if $rounded > 0
end
