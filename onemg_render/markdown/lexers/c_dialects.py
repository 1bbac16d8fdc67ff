"""Languages with C's grammar and words of their own (Rouge's lexers/{cuda,glsl,hlsl,slice,freefem}.rb)."""

from onemg_render.markdown.lexers.c import C, Cpp
from onemg_render.markdown.lexers.state_lexer import include, word_table
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

CUDA_KEYWORDS = """
    _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local __constant__
    __device__ __forceinline__ __global__ __host__ __managed__ __noinline__ __restrict__ __shared__
    alignas alignof asm auto break case catch char8_t co_await co_return co_yield concept const
    const_cast consteval constexpr constinit continue decltype default delete do dynamic_cast else enum
    explicit export extern final for friend goto if mutable namespace new noexcept operator override
    private protected public register reinterpret_cast requires restrict restricted return size_of
    sizeof static static_assert static_cast struct switch this thread_local throw throws try typedef
    typeid typename union using virtual volatile while
"""

CUDA_KEYWORDS_TYPE = """
    DIR FILE _Bool _Complex bool char char1 char16_t char2 char3 char32_t char4 clock_t dim3 div_t
    double double1 double2 double3 double4 float float1 float2 float3 float4 fpos_t int int1 int16_t
    int2 int3 int32_t int4 int64_t int8_t int_fast16_t int_fast32_t int_fast64_t int_fast8_t
    int_least16_t int_least32_t int_least64_t int_least8_t intmax_t intptr_t jmp_buf ldiv_t long long1
    long2 long3 long4 longlong1 longlong2 longlong3 longlong4 mbstate_t off_t ptrdiff_t short short1
    short2 short3 short4 sig_atomic_t signed size_t ssize_t time_t uchar1 uchar2 uchar3 uchar4 uint1
    uint16_t uint2 uint3 uint32_t uint4 uint64_t uint8_t uint_fast16_t uint_fast32_t uint_fast64_t
    uint_fast8_t uint_least16_t uint_least32_t uint_least64_t uint_least8_t uintmax_t uintptr_t ulong1
    ulong2 ulong3 ulong4 ulonglong1 ulonglong2 ulonglong3 ulonglong4 unsigned ushort1 ushort2 ushort3
    ushort4 va_list void wchar_t wctrans_t wctype_t wint_t
"""

CUDA_RESERVED = """
    __asm __based __cdecl __declspec __event __except __fastcall __finally __inline __int16 __int32
    __int61 __int8 __interface __leave __multiple_inheritance __naked __restrict __single_inheritance
    __stdcall __super __thread __try __typename __uuidof __virtual_inheritance _inline _naked _restrict
    _thread _typename inline naked restrict thread typename
"""

GLSL_KEYWORDS = """
    attribute break case centroid const continue default discard do else flat for if in inout invariant
    layout noperspective out patch precision return sample smooth struct subroutine switch uniform
    varying while
"""

GLSL_KEYWORDS_TYPE = """
    bool bvec2 bvec3 bvec4 dmat2 dmat2x2 dmat2x3 dmat2x4 dmat3 dmat3x2 dmat3x3 dmat3x4 dmat4 dmat4x2
    dmat4x3 dmat4x4 double dvec2 dvec3 dvec4 false float highp int isampler1D isampler1DArray isampler2D
    isampler2DArray isampler2DMS isampler2DMSArray isampler2DRect isampler3D isamplerBuffer isamplerCube
    isamplerCubeArray ivec2 ivec3 ivec4 lowp mat2 mat2x2 mat2x3 mat2x4 mat3 mat3x2 mat3x3 mat3x4 mat4
    mat4x2 mat4x3 mat4x4 mediump sampler1D sampler1DArray sampler1DArrayShadow sampler1DShadow sampler2D
    sampler2DArray sampler2DArrayShadow sampler2DMS sampler2DMSArray sampler2DRect sampler2DRectShadow
    sampler2DShadow sampler3D samplerBuffer samplerCube samplerCubeArray samplerCubeArrayShadow
    samplerCubeShadow true uint usampler1D usampler1DArray usampler2D usampler2DArray usampler2DMS
    usampler2DMSArray usampler2DRect usampler3D usamplerBuffer usamplerCube usamplerCubeArray uvec2
    uvec3 uvec4 vec2 vec3 vec4 void
"""

GLSL_RESERVED = """
    active asm cast class common enum extern external filter fixed fvec2 fvec3 fvec4 goto half hvec2
    hvec3 hvec4 iimage1D iimage1DArray iimage2D iimage2DArray iimage3D iimageBuffer iimageCube image1D
    image1DArray image1DArrayShadow image1DShadow image2D image2DArray image2DArrayShadow image2DShadow
    image3D imageBuffer imageCube inline input interface long namespace noinline output packed partition
    public row_major sampler3DRect short sizeof static superp template this typedef uimage1D
    uimage1DArray uimage2D uimage2DArray uimage3D uimageBuffer uimageCube union unsigned using volatile
"""

GLSL_BUILTINS = """
    gl_BackColor gl_BackLightModelProduct gl_BackLightProduct gl_BackMaterial gl_BackSecondaryColor
    gl_ClipDistance gl_ClipPlane gl_ClipVertex gl_Color gl_DepthRange gl_DepthRangeParameters
    gl_EyePlaneQ gl_EyePlaneR gl_EyePlaneS gl_EyePlaneT gl_Fog gl_FogCoord gl_FogFragCoord
    gl_FogParameters gl_FragColor gl_FragCoord gl_FragData gl_FragDepth gl_FrontColor gl_FrontFacing
    gl_FrontLightModelProduct gl_FrontLightProduct gl_FrontMaterial gl_FrontSecondaryColor gl_InstanceID
    gl_InvocationID gl_Layer gl_LightModel gl_LightModelParameters gl_LightModelProducts
    gl_LightProducts gl_LightSource gl_LightSourceParameters gl_MaterialParameters gl_MaxClipDistances
    gl_MaxClipPlanes gl_MaxCombinedTextureImageUnits gl_MaxDrawBuffers gl_MaxFragmentInputComponents
    gl_MaxFragmentUniformComponents gl_MaxFragmentUniformVectors gl_MaxGeometryInputComponents
    gl_MaxGeometryOutputComponents gl_MaxGeometryTextureImageUnits gl_MaxGeometryUniformComponents
    gl_MaxGeometryVaryingComponents gl_MaxLights gl_MaxPatchVertices gl_MaxTessControlInputComponents
    gl_MaxTessControlOutputComponents gl_MaxTessControlTextureImageUnits
    gl_MaxTessControlTotalOutputComponents gl_MaxTessControlUniformComponents
    gl_MaxTessEvaluationInputComponents gl_MaxTessEvaluationOutputComponents
    gl_MaxTessEvaluationTextureImageUnits gl_MaxTessEvaluationUniformComponents gl_MaxTessGenLevel
    gl_MaxTessPatchComponents gl_MaxTextureCoords gl_MaxTextureImageUnits gl_MaxTextureUnits
    gl_MaxVaryingComponents gl_MaxVaryingFloats gl_MaxVaryingVectors gl_MaxVertexAttribs
    gl_MaxVertexOutputComponents gl_MaxVertexTextureImageUnits gl_MaxVertexUniformComponents
    gl_MaxVertexUniformVectors gl_MaxViewports gl_ModelViewMatrix gl_ModelViewMatrixInverse
    gl_ModelViewMatrixInverseTranspose gl_ModelViewMatrixTranspose gl_ModelViewProjectionMatrix
    gl_ModelViewProjectionMatrixInverse gl_ModelViewProjectionMatrixInverseTranspose
    gl_ModelViewProjectionMatrixTranspose gl_MultiTexCord0 gl_MultiTexCord1 gl_MultiTexCord2
    gl_MultiTexCord3 gl_MultiTexCord4 gl_MultiTexCord5 gl_MultiTexCord6 gl_MultiTexCord7 gl_Normal
    gl_NormalMatrix gl_NormalScale gl_ObjectPlaneQ gl_ObjectPlaneR gl_ObjectPlaneS gl_ObjectPlaneT
    gl_PatchVerticesIn gl_PerVertex gl_Point gl_PointCoord gl_PointParameters gl_PointSize gl_Position
    gl_PrimitiveID gl_PrimitiveIDIn gl_ProjectionMatrix gl_ProjectionMatrixInverse
    gl_ProjectionMatrixInverseTranspose gl_SampleID gl_SampleMask gl_SamplePosition gl_SecondaryColor
    gl_TessCoord gl_TessLevelInner gl_TessLevelOuter gl_TexCoord gl_TextureEnvColor gl_TextureMatrix
    gl_TextureMatrixInverse gl_TextureMatrixInverseTranspose gl_TextureMatrixTranspose gl_VertexID
    gl_ViewportIndex
"""

# like C's, with a semantic after the arguments
HLSL_FUNCTION = (
    r"(?s:([\w*\s]+?[\s*])((?-s:[a-zA-Z_][a-zA-Z0-9_]*))(\s*\([^;]*?\)(?:\s*:\s+[a-zA-Z_][a-zA-Z0-9_]*)?)"
    r"((?-s:(?:\s|//.*?\n|/[*].*?[*]/)+)?)({|;))"
)

HLSL_KEYWORDS = """
    NULL asm asm_fragment break case cbuffer centroid class column_major compile compile_fragment const
    continue default discard do else export extern for fxgroup globallycoherent groupshared if in inline
    inout interface line lineadj linear namespace nointerpolation noperspective out packoffset pass
    pixelfragment point precise register return row_major sample sampler shared stateblock
    stateblock_state static struct switch tbuffer technique technique10 technique11 texture triangle
    typedef uniform vertexfragment volatile while
"""

HLSL_KEYWORDS_TYPE = """
    BOOL1 BOOL1x1 BOOL1x2 BOOL1x3 BOOL1x4 BOOL2 BOOL2x1 BOOL2x2 BOOL2x3 BOOL2x4 BOOL3 BOOL3x1 BOOL3x2
    BOOL3x3 BOOL3x4 BOOL4 BOOL4x1 BOOL4x2 BOOL4x3 BOOL4x4 BlendState Buffer ByteAddressBuffer
    ComputeShader DepthStencilState DepthStencilView DomainShader GeometryShader HullShader InputPatch
    LineStream OutputPatch PixelShader PointStream RWBuffer RWByteAddressBuffer RWStructuredBuffer
    RWTexture1D RWTexture1DArray RWTexture2D RWTexture2DArray RWTexture3D RasterizerOrderedBuffer
    RasterizerOrderedByteAddressBuffer RasterizerOrderedStructuredBuffer RasterizerOrderedTexture1D
    RasterizerOrderedTexture1DArray RasterizerOrderedTexture2D RasterizerOrderedTexture2DArray
    RasterizerOrderedTexture3D RasterizerState RenderTargetView SamplerComparisonState SamplerState
    StructuredBuffer Texture1D Texture1DArray Texture2D Texture2DArray Texture2DMS Texture2DMSArray
    Texture3D TextureCube TextureCubeArray TriangleStream VertexShader bool1 bool1x1 bool1x2 bool1x3
    bool1x4 bool2 bool2x1 bool2x2 bool2x3 bool2x4 bool3 bool3x1 bool3x2 bool3x3 bool3x4 bool4 bool4x1
    bool4x2 bool4x3 bool4x4 double1 double1x1 double1x2 double1x3 double1x4 double2 double2x1 double2x2
    double2x3 double2x4 double3 double3x1 double3x2 double3x3 double3x4 double4 double4x1 double4x2
    double4x3 double4x4 dword float1 float1x1 float1x2 float1x3 float1x4 float2 float2x1 float2x2
    float2x3 float2x4 float3 float3x1 float3x2 float3x3 float3x4 float4 float4x1 float4x2 float4x3
    float4x4 half1 half1x1 half1x2 half1x3 half1x4 half2 half2x1 half2x2 half2x3 half2x4 half3 half3x1
    half3x2 half3x3 half3x4 half4 half4x1 half4x2 half4x3 half4x4 int1 int1x1 int1x2 int1x3 int1x4 int2
    int2x1 int2x2 int2x3 int2x4 int3 int3x1 int3x2 int3x3 int3x4 int4 int4x1 int4x2 int4x3 int4x4 matrix
    snorm string unorm unsigned vector void
"""

HLSL_RESERVED = """
    auto catch char const_cast delete dynamic_cast enum explicit friend goto long mutable new operator
    private protected public reinterpret_cast short signed sizeof static_cast template this throw try
    typename union unsigned using virtual
"""

HLSL_BUILTINS = """
    AllMemoryBarrier AllMemoryBarrierWithGroupSync AppendStructuredBuffer BINORMAL BINORMAL0 BINORMAL1
    BINORMAL2 BINORMAL3 BINORMAL4 BLENDINDICES0 BLENDINDICES1 BLENDINDICES2 BLENDINDICES3 BLENDINDICES4
    BLENDWEIGHT0 BLENDWEIGHT1 BLENDWEIGHT2 BLENDWEIGHT3 BLENDWEIGHT4 COLOR COLOR0 COLOR1 COLOR2 COLOR3
    COLOR4 CheckAccessFullyMapped CompileShader ConsumeStructuredBuffer D3DCOLORtoUBYTE4 DEPTH0 DEPTH1
    DEPTH2 DEPTH3 DEPTH4 DeviceMemoryBarrier DeviceMemoryBarrierWithGroupSync
    EvaluateAttributeAtCentroid EvaluateAttributeAtSample EvaluateAttributeSnapped FOG
    GetRenderTargetSampleCount GetRenderTargetSamplePosition GlobalOrderedCountIncrement
    GroupMemoryBarrier GroupMemoryBarrierWithGroupSync InterlockedAdd InterlockedAnd
    InterlockedCompareExchange InterlockedCompareStore InterlockedExchange InterlockedMax InterlockedMin
    InterlockedOr InterlockedXor NORMAL NORMAL0 NORMAL1 NORMAL2 NORMAL3 NORMAL4 POSITION POSITION0
    POSITION1 POSITION2 POSITION3 POSITION4 POSITIONT PSIZE PSIZE0 PSIZE1 PSIZE2 PSIZE3 PSIZE4
    Process2DQuadTessFactorsAvg Process2DQuadTessFactorsMax Process2DQuadTessFactorsMin
    ProcessIsolineTessFactors ProcessQuadTessFactorsAvg ProcessQuadTessFactorsMax
    ProcessQuadTessFactorsMin ProcessTriTessFactorsAvg ProcessTriTessFactorsMax ProcessTriTessFactorsMin
    QuadReadLaneAt QuadSwapX QuadSwapY SV_CLIPDISTANCE SV_CLIPDISTANCE0 SV_CLIPDISTANCE1 SV_COVERAGE
    SV_CULLDISTANCE SV_CULLDISTANCE0 SV_CULLDISTANCE1 SV_DEPTH SV_DEPTHGREATEREQUAL SV_DEPTHLESSEQUAL
    SV_DISPATCHTHREADID SV_DOMAINLOCATION SV_GROUPID SV_GROUPINDEX SV_GROUPTHREADID SV_GSINSTANCEID
    SV_INNERCOVERAGE SV_INSIDETESSFACTOR SV_INSTANCEID SV_ISFRONTFACE SV_OUTPUTCONTROLPOINTID
    SV_POSITION SV_PRIMITIVEID SV_RENDERTARGETARRAYINDEX SV_SAMPLEINDEX SV_STENCILREF SV_TESSFACTOR
    SV_VERTEXID SV_VIEWPORTARRAYINDEX TANGENT TANGENT0 TANGENT1 TANGENT2 TANGENT3 TANGENT4 TESSFACTOR0
    TESSFACTOR1 TESSFACTOR2 TESSFACTOR3 TESSFACTOR4 TEXCOORD0 TEXCOORD1 TEXCOORD2 TEXCOORD3 TEXCOORD4
    VFACE VPOS WaveAllBitAnd WaveAllBitOr WaveAllBitXor WaveAllEqual WaveAllMax WaveAllMin
    WaveAllProduct WaveAllSum WaveAllTrue WaveAnyTrue WaveBallot WaveGetLaneCount WaveGetLaneIndex
    WaveGetOrderedIndex WaveIsHelperLane WaveOnce WavePrefixProduct WavePrefixSum WaveReadFirstLane
    WaveReadLaneAt abort abs acos all allow_uav_condition any asdouble asfloat asin asint asuint atan
    atan2 branch call ceil clamp clip cos cosh countbits cross ddx ddx_coarse ddx_fine ddy ddy_coarse
    ddy_fine degrees determinant distance domain dot dst earlydepthstencil errorf exp exp2 f16tof32
    f32tof16 faceforward fastopt firstbithigh firstbitlow flatten floor fma fmod forcecase frac frexp
    fwidth instance isfinite isinf isnan ldexp length lerp lit log log10 log2 loop mad max maxtessfactor
    min modf msad4 mul noise normalize numthreads outputcontrolpoints outputtopology partitioning
    patchconstantfunc pow printf radians rcp reflect refract reversebits round rsqrt saturate sign sin
    sincos sinh smoothstep sqrt step tan tanh tex1D tex1Dbias tex1Dgrad tex1Dlod tex1Dproj tex2D
    tex2Dbias tex2Dgrad tex2Dlod tex2Dproj tex3D tex3Dbias tex3Dgrad tex3Dlod tex3Dproj texCUBE
    texCUBEbias texCUBEgrad texCUBElod texCUBEproj transpose trunc unroll
"""

SLICE_KEYWORDS = """
    LocalObject Object Value class const dictionary enum exception extends idempotent implements
    interface local module optional out sequence struct throws
"""

SLICE_KEYWORDS_TYPE = "bool byte double float int long short string void"

SLICE_RESERVED = """
    __asm __based __cdecl __declspec __except __fastcall __finally __inline __int16 __int32 __int61
    __int8 __leave __naked __restrict __stdcall __thread __try __typename _inline _naked _restrict
    _thread _typename inline naked restrict thread typename
"""

FREEFEM_KEYWORDS = "break catch continue else for if return try while"

FREEFEM_KEYWORDS_TYPE = """
    EndMacro NewMacro Pmmap Psemaphore bool border complex dmatrix fespace func gslspline ifstream int
    macro matrix mesh mesh3 mpiComm mpiGroup mpiRequest ofstream problem real solve string varf
"""

FREEFEM_RESERVED = """
    ARGV BDM1 BDM1Ortho BoundaryEdge CG Cholesky Crout Edge03d Edge13d Edge23d FEQF FILE GMRES HCT
    InternalEdge LINE LU N P P0 P03d P0Edge P1 P13d P1Edge P1b P1b3d P1bl P1bl3d P1dc P1nc P2 P23d P2BR
    P2Edge P2Morley P2b P2dc P2h P2pnc P3 P3Edge P3dc P4 P4Edge P4dc P5Edge RT0 RT03d RT0Ortho RT1
    RT1Ortho RT2 RT2Ortho UMFPACK append area be binary bordermeasure cin cout default diag
    edgeOrientation endl fixed good hTriangle im imax imin l1 l2 label lenEdge length linfty m max
    measure min mpiAnySource mpiBAND mpiBXOR mpiCommWorld mpiLAND mpiLOR mpiLXOR mpiMAX mpiMIN mpiPROD
    mpiSUM mpiUndefined mpirank mpisize n nTonEdge nbe ndof ndofK noshowbase noshowpos notaregion nt
    nuEdge nuTriangle nv pi precision qf1pE qf1pElump qf1pT qf1pTlump qf2pE qf2pT qf2pT4P1 qf3pE qf4pE
    qf5pE qf5pT qf7pT qf9pT qfV1 qfV1lump qfV2 qfV5 qfnbpE quantile re region scientific searchMethod
    setw showbase showpos sparsesolver sum tellp true unused verbosity version volume whoinElement x y z
"""

FREEFEM_BUILTINS = """
    AffineCG AffineGMRES BFGS EigenValue Irecv Isend LinearCG LinearGMRES NLCG Post Read Recv Sent
    Stringification Wait Write abs acos acosh adaptmesh adj arg asin asinh assert atan atan2 atanh atof
    atoi broadcast buildlayers buildmesh ceil change checkmovemesh chi clock cmaes complexEigenValue
    conj convect copysign cos cosh cube d dd dfft diffnp diffpos dimKrylov dist dumptable dx dxx dxy dxz
    dy dyx dyy dyz dz dzx dzy dzz emptymesh erf erfc exec exit exp fdim ffind find floor flush fmax fmin
    fmod freeyams getARGV getline gmshload gmshload3 gslcdfbetaP gslcdfbetaPinv gslcdfbetaQ
    gslcdfbetaQinv gslcdfbinomialP gslcdfbinomialQ gslcdfcauchyP gslcdfcauchyPinv gslcdfcauchyQ
    gslcdfcauchyQinv gslcdfchisqP gslcdfchisqPinv gslcdfchisqQ gslcdfchisqQinv gslcdfexponentialP
    gslcdfexponentialPinv gslcdfexponentialQ gslcdfexponentialQinv gslcdfexppowP gslcdfexppowQ
    gslcdffdistP gslcdffdistPinv gslcdffdistQ gslcdffdistQinv gslcdfflatP gslcdfflatPinv gslcdfflatQ
    gslcdfflatQinv gslcdfgammaP gslcdfgammaPinv gslcdfgammaQ gslcdfgammaQinv gslcdfgaussianP
    gslcdfgaussianPinv gslcdfgaussianQ gslcdfgaussianQinv gslcdfgeometricP gslcdfgeometricQ
    gslcdfgumbel1P gslcdfgumbel1Pinv gslcdfgumbel1Q gslcdfgumbel1Qinv gslcdfgumbel2P gslcdfgumbel2Pinv
    gslcdfgumbel2Q gslcdfgumbel2Qinv gslcdflaplaceP gslcdflaplacePinv gslcdflaplaceQ gslcdflaplaceQinv
    gslcdflogisticP gslcdflogisticPinv gslcdflogisticQ gslcdflogisticQinv gslcdflognormalP
    gslcdflognormalPinv gslcdflognormalQ gslcdflognormalQinv gslcdfnegativebinomialP
    gslcdfnegativebinomialQ gslcdfparetoP gslcdfparetoPinv gslcdfparetoQ gslcdfparetoQinv gslcdfpascalP
    gslcdfpascalQ gslcdfpoissonP gslcdfpoissonQ gslcdfrayleighP gslcdfrayleighPinv gslcdfrayleighQ
    gslcdfrayleighQinv gslcdftdistP gslcdftdistPinv gslcdftdistQ gslcdftdistQinv gslcdfugaussianP
    gslcdfugaussianPinv gslcdfugaussianQ gslcdfugaussianQinv gslcdfweibullP gslcdfweibullPinv
    gslcdfweibullQ gslcdfweibullQinv gslinterpakima gslinterpakimaperiodic gslinterpcspline
    gslinterpcsplineperiodic gslinterplinear gslinterppolynomial gslinterpsteffen gslranbernoullipdf
    gslranbeta gslranbetapdf gslranbinomialpdf gslrancauchy gslrancauchypdf gslranchisq gslranchisqpdf
    gslranerlang gslranerlangpdf gslranexponential gslranexponentialpdf gslranexppow gslranexppowpdf
    gslranfdist gslranfdistpdf gslranflat gslranflatpdf gslrangamma gslrangammaint gslrangammaknuth
    gslrangammamt gslrangammapdf gslrangaussian gslrangaussianpdf gslrangaussianratiomethod
    gslrangaussiantail gslrangaussiantailpdf gslrangaussianziggurat gslrangeometricpdf gslrangumbel1
    gslrangumbel1pdf gslrangumbel2 gslrangumbel2pdf gslranlandau gslranlandaupdf gslranlaplace
    gslranlaplacepdf gslranlevy gslranlogarithmicpdf gslranlogistic gslranlogisticpdf gslranlognormal
    gslranlognormalpdf gslrannegativebinomialpdf gslranpareto gslranparetopdf gslranpascalpdf
    gslranpoissonpdf gslranrayleigh gslranrayleighpdf gslranrayleightail gslranrayleightailpdf
    gslrantdist gslrantdistpdf gslranugaussian gslranugaussianpdf gslranugaussianratiomethod
    gslranugaussiantail gslranugaussiantailpdf gslranweibull gslranweibullpdf gslsfChi gslsfCi gslsfShi
    gslsfSi gslsfairyAi gslsfairyAideriv gslsfairyAiderivscaled gslsfairyAiscaled gslsfairyBi
    gslsfairyBideriv gslsfairyBiderivscaled gslsfairyBiscaled gslsfairyzeroAi gslsfairyzeroAideriv
    gslsfairyzeroBi gslsfairyzeroBideriv gslsfanglerestrictpos gslsfanglerestrictsymm gslsfatanint
    gslsfbesselI0 gslsfbesselI0scaled gslsfbesselI1 gslsfbesselI1scaled gslsfbesselIn
    gslsfbesselInscaled gslsfbesselInu gslsfbesselInuscaled gslsfbesselJ0 gslsfbesselJ1 gslsfbesselJn
    gslsfbesselJnu gslsfbesselK0 gslsfbesselK0scaled gslsfbesselK1 gslsfbesselK1scaled gslsfbesselKn
    gslsfbesselKnscaled gslsfbesselKnu gslsfbesselKnuscaled gslsfbesselY0 gslsfbesselY1 gslsfbesselYn
    gslsfbesselYnu gslsfbesseli0scaled gslsfbesseli1scaled gslsfbesseli2scaled gslsfbesselilscaled
    gslsfbesselj0 gslsfbesselj1 gslsfbesselj2 gslsfbesseljl gslsfbesselk0scaled gslsfbesselk1scaled
    gslsfbesselk2scaled gslsfbesselklscaled gslsfbessellnKnu gslsfbessely0 gslsfbessely1 gslsfbessely2
    gslsfbesselyl gslsfbesselzeroJ0 gslsfbesselzeroJ1 gslsfbesselzeroJnu gslsfbeta gslsfbetainc
    gslsfchoose gslsfclausen gslsfconicalP0 gslsfconicalP1 gslsfconicalPcylreg gslsfconicalPhalf
    gslsfconicalPmhalf gslsfconicalPsphreg gslsfcos gslsfdawson gslsfdebye1 gslsfdebye2 gslsfdebye3
    gslsfdebye4 gslsfdebye5 gslsfdebye6 gslsfdilog gslsfdoublefact gslsfellintDcomp gslsfellintE
    gslsfellintEcomp gslsfellintF gslsfellintKcomp gslsfellintPcomp gslsfellintRC gslsferf gslsferfQ
    gslsferfZ gslsferfc gslsfeta gslsfetaint gslsfexp gslsfexpint3 gslsfexpintE1 gslsfexpintE1scaled
    gslsfexpintE2 gslsfexpintE2scaled gslsfexpintEi gslsfexpintEiscaled gslsfexpintEn
    gslsfexpintEnscaled gslsfexpm1 gslsfexpmult gslsfexprel gslsfexprel2 gslsfexpreln gslsffact
    gslsffermidirac0 gslsffermidirac1 gslsffermidirac2 gslsffermidirac3half gslsffermidirachalf
    gslsffermidiracinc0 gslsffermidiracint gslsffermidiracm1 gslsffermidiracmhalf gslsfgamma
    gslsfgammainc gslsfgammaincP gslsfgammaincQ gslsfgammainv gslsfgammastar gslsfgegenpoly1
    gslsfgegenpoly2 gslsfgegenpoly3 gslsfgegenpolyn gslsfhazard gslsfhydrogenicR1 gslsfhyperg0F1
    gslsfhyperg1F1 gslsfhyperg1F1int gslsfhyperg2F0 gslsfhypergU gslsfhypergUint gslsfhypot gslsfhzeta
    gslsflaguerre1 gslsflaguerre2 gslsflaguerre3 gslsflaguerren gslsflambertW0 gslsflambertWm1
    gslsflegendreH3d gslsflegendreH3d0 gslsflegendreH3d1 gslsflegendreP1 gslsflegendreP2 gslsflegendreP3
    gslsflegendrePl gslsflegendrePlm gslsflegendreQ0 gslsflegendreQ1 gslsflegendreQl
    gslsflegendrearraysize gslsflegendresphPlm gslsflnbeta gslsflnchoose gslsflncosh gslsflndoublefact
    gslsflnfact gslsflngamma gslsflnpoch gslsflnsinh gslsflog gslsflog1plusx gslsflog1plusxmx
    gslsflogabs gslsflogerfc gslsfmultiply gslsfpoch gslsfpochrel gslsfpowint gslsfpsi gslsfpsi1
    gslsfpsi1int gslsfpsi1piy gslsfpsiint gslsfpsin gslsfsin gslsfsinc gslsfsynchrotron1
    gslsfsynchrotron2 gslsftaylorcoeff gslsftransport2 gslsftransport3 gslsftransport4 gslsftransport5
    gslsfzeta gslsfzetaint gslsfzetam1 gslsfzetam1int imag int1d int2d int3d intalledges intallfaces
    interpolate invdiff invdiffnp invdiffpos isInf isNaN isoline j0 j1 jn jump lgamma log log10 lrint
    lround max mean medit min mmg3d movemesh movemesh23 mpiAllReduce mpiAllgather mpiAllgatherv
    mpiAlltoall mpiAlltoallv mpiBarrier mpiGather mpiGatherv mpiRank mpiReduce mpiScatter mpiScatterv
    mpiSize mpiWait mpiWaitAny mpiWtick mpiWtime mshmet on plot polar pow processor processorblock
    projection randinit randint31 randint32 random randreal1 randreal2 randreal3 randres53 readmesh
    readmesh3 rfind rint round savemesh savesol savevtk seekg set sign signbit sin sinh sort splitComm
    splitmesh sqrt square srandom srandomdev swap system tan tanh tellg tetg tetgconvexhull
    tetgreconstruction tetgtransfo tgamma triangulate trunc y0 y1 yn
"""


class Cuda(Cpp):
    """CUDA."""

    names = word_table(
        (Keyword, CUDA_KEYWORDS),
        (Keyword.Type, CUDA_KEYWORDS_TYPE),
        (Keyword.Reserved, CUDA_RESERVED),
    )


class Glsl(C):
    """GLSL."""

    names = word_table(
        (Keyword, GLSL_KEYWORDS),
        (Keyword.Type, GLSL_KEYWORDS_TYPE),
        (Keyword.Reserved, GLSL_RESERVED),
        (Name.Builtin, GLSL_BUILTINS),
    )


class Hlsl(C):
    """HLSL."""

    names = word_table(
        (Keyword, HLSL_KEYWORDS),
        (Keyword.Type, HLSL_KEYWORDS_TYPE),
        (Keyword.Reserved, HLSL_RESERVED),
        (Name.Builtin, HLSL_BUILTINS),
    )

    tokens = {
        **C.tokens,
        "root": [
            include("expr_whitespace"),
            (HLSL_FUNCTION, C.definition),
            (r"\{", Punctuation, "function"),
            include("statements"),
        ],
    }


class Slice(C):
    """Slice."""

    names = word_table(
        (Keyword, SLICE_KEYWORDS),
        (Keyword.Type, SLICE_KEYWORDS_TYPE),
        (Keyword.Reserved, SLICE_RESERVED),
    )


FREEFEM_ATTRIBUTES = """
    A A1 B B1 IsMetric U2Vc WindowIndex abserror absolute aniso aspectratio bb beginend bin boundary bw
    close cmm coef composante cutoff datafilename dataname dim displacement distmax doptions dparams eps
    err errg facemerge facetcl factorize file fill fixedborder flabel flags floatmesh floatsol fregion
    gradation grey hmax hmin holelist hsv init inquire inside iso ivalue keepbackvertices label
    labeldown labelmid labelup levelset loptions lparams maxit maxsubdiv meditff mem memory metric mode
    nbarrow nbiso nbiter nbjacoby nboffacetcl nbofholes nbofregions nbregul nbsmooth nbvx ncv nev
    nomeshgeneration normalization omega op optimize option options order orientation periodic power
    precon prev ps ptmerge qfV qfe qforder qft ratio rawvector reffacelow reffacemid reffaceup refnum
    reftet reftri region regionlist renumv rescaling ridgeangle save sigma sizeofvolume smoothing solver
    sparams split splitin2 splitpbedge stop strategy swap switch sym t tgv thetamax tol tolpivot
    tolpivotsym transfo value varrow vector veps viso wait which width withsurfacemesh zbound
"""


class FreeFem(Cpp):
    """FreeFEM."""

    names = word_table(
        (Keyword, FREEFEM_KEYWORDS),
        (Keyword.Type, FREEFEM_KEYWORDS_TYPE),
        (Keyword.Reserved, FREEFEM_RESERVED),
        (Name.Builtin, FREEFEM_BUILTINS),
        (Name.Attribute, FREEFEM_ATTRIBUTES),
    )

    tokens = {
        **C.tokens,
        "expr_bol": [
            include("inline_whitespace"),
            (r"include|load|ENDIFMACRO|IFMACRO", Comment.Preproc, "macro"),
            (r"", Text, "#pop"),
        ],
        "statements": [
            include("whitespace"),
            (r'(?:u8|u|U|L)?"', String, "string"),
            (r"(?i:(?:u8|u|U|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')", String.Char),
            (r"(?i:(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+[lu]*)", Number.Float),
            (r"(?i:\d+e[+-]?\d+[lu]*)", Number.Float),
            (r"(?i:0x[0-9a-f]+[lu]*)", Number.Hex),
            (r"0[0-7]+[lLuU]*", Number.Oct),
            (r"\d+[lLuU]*", Number.Integer),
            (r"\*/", Error),
            (r"[~!%^&*+=|?:<>/-]", Operator),
            (r"'", Operator),
            (r"[()\[\],.;]", Punctuation),
            (r"case\b", Keyword, "case"),
            (r"(?:true|false|NaN)\b", Name.Builtin),
            (r"[a-zA-Z_]\w*", C.name),
        ],
    }
