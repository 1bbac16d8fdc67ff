# The filter of one line that jekyll-liquify and many sites have; the golden site plugin-liquify asks for it.
module LiquifyFilter
  def liquify(input)
    Liquid::Template.parse(input).render(@context)
  end
end

Liquid::Template.register_filter(LiquifyFilter)
